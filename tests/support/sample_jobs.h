// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/jobs/job.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framehand::test {

/// The `assigned_job` of the worker protocol's own documentation, letter by letter.
inline constexpr const char* kProtocolSample = R"({
    "job_id": "job-1767791635",
    "movie_id": "movie-456",
    "input": {
      "source_url": "movies/sample_3840x2160.mkv",
      "format": "mkv"
    },
    "outputs": [
      {
        "resolution": "720p",
        "bitrate": "2500k",
        "codec": "h264_nvenc",
        "dest_path": "processed/sample/720p/"
      }
    ],
    "hls_settings": {
      "master_playlist_name": "index.m3u8",
      "segment_time": 6
    }
  })";

inline base::Json sample_json() {
    return base::parse_json(kProtocolSample, "sample").value();
}

/// A job with one output per dest_path.
inline jobs::Job job_with_dest_paths(const std::vector<std::string>& dest_paths) {
    jobs::Job job;
    job.job_id = "j";
    job.input.source_url = "a.mkv";
    for (const auto& path : dest_paths) {
        jobs::OutputRequest output;
        output.resolution = "720p";
        output.bitrate = 3'000'000;
        output.dest_path = path;
        job.outputs.push_back(std::move(output));
    }
    return job;
}

inline constexpr const char* kPackageId = "0123456789ab";

} // namespace framehand::test
