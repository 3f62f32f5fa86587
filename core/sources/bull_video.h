// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <string>

namespace framehand::sources {

/// What a job of a queue "transcoding-..." is about: {videoId, resolution, originalFilename, storagePath, objectName}.
struct BullVideo {
    std::string video_id;
    std::string resolution; ///< "360p", "720p", "1080p", or any other that parse_resolution() reads
    std::string object;     ///< key of the input in its bucket: objectName, else storagePath
};

/// Where the videos are.
struct BullBuckets {
    std::string input = "original-videos";
    std::string output = "transcoded-videos";
};

/// InvalidArgument names the field.
[[nodiscard]] base::Result<BullVideo> bull_video(const base::Json& data);

/// One MP4 file beside the others of its video: s3://<output>/<videoId>/<videoId>_<resolution>.mp4, H.264 and AAC at
/// the bit rates of the original workers.
[[nodiscard]] base::Result<jobs::Job> bull_video_job(const std::string& job_id, const BullVideo& video,
                                                     const BullBuckets& buckets);

/// Where the outside finds an object: "s3://bucket/key" below the address of the store, "http://minio:9000/bucket/key";
/// unchanged where there is no such address.
[[nodiscard]] std::string bull_output_url(const std::string& object, const std::string& store_url);

/// The job's return value: {videoId, resolution, outputUrl, size, duration}; the duration in seconds with two decimals.
[[nodiscard]] base::Json bull_video_result(const std::string& video_id, const std::string& resolution,
                                           const std::string& output_url, std::uint64_t bytes, double seconds);

} // namespace framehand::sources
