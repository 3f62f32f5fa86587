// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_video.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace framehand::sources {

namespace {

struct Rung {
    std::string_view name;
    std::string_view box;
    std::int64_t video;
    std::int64_t audio;
};

constexpr std::array<Rung, 3> kRungs{{{"360p", "640x360", 800'000, 96'000},
                                      {"720p", "1280x720", 2'500'000, 128'000},
                                      {"1080p", "1920x1080", 5'000'000, 192'000}}};
constexpr std::int64_t kOtherAudio = 128'000;

/// Keys of objects are up to 1024 bytes long, and these stand in them up to three times.
constexpr std::size_t kLongestName = 250;

/// Part of a key that other parts stand beside.
bool is_plain(const std::string& text) {
    return text.size() <= kLongestName && text.find('/') == std::string::npos &&
           std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < ' '; });
}

} // namespace

base::Result<BullVideo> bull_video(const base::Json& data) {
    base::JsonReader reader(data, "data");
    BullVideo video;
    video.video_id = reader.required_string("videoId");
    video.resolution = reader.required_string("resolution");
    const auto object = reader.optional_string("objectName");
    video.object = object && !object->empty() ? *object : reader.required_string(object ? "objectName" : "storagePath");
    if (!is_plain(video.video_id)) {
        reader.reject("videoId", "must be one name of up to 250 bytes, without \"/\"");
    }
    if (!is_plain(video.resolution)) {
        reader.reject("resolution", "must be a resolution such as 720p");
    }
    FH_TRY(reader.status());
    if (video.video_id.empty() || video.object.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, video.object.empty() ? "data.objectName: must not be empty"
                                                                                 : "data.videoId: must not be empty");
    }
    return video;
}

base::Result<jobs::Job> bull_video_job(const std::string& job_id, const BullVideo& video, const BullBuckets& buckets) {
    jobs::Job job;
    job.work = jobs::Work::File;
    job.job_id = job_id;
    job.movie_id = video.video_id;
    job.input.source_url = "s3://" + buckets.input + "/" + video.object;
    jobs::OutputRequest output;
    output.codec = "h264";
    jobs::AudioRequest audio;
    const auto* rung =
        std::find_if(kRungs.begin(), kRungs.end(), [&](const Rung& known) { return known.name == video.resolution; });
    if (rung != kRungs.end()) {
        output.resolution = rung->box;
        output.bitrate = rung->video;
        audio.bitrate = rung->audio;
    } else {
        const auto size = jobs::parse_resolution(video.resolution);
        if (!size) {
            return base::fail(base::ErrorCode::InvalidArgument, "data.resolution: " + size.error().text());
        }
        output.resolution = video.resolution;
        output.bitrate = jobs::default_bitrate(size->height);
        audio.bitrate = kOtherAudio;
    }
    job.outputs.push_back(std::move(output));
    job.audio = audio;
    job.video_copy = jobs::VideoCopy::Never; // what clients of these queues are promised is this size and bit rate
    job.file = jobs::FileTarget{"s3://" + buckets.output + "/" + video.video_id + "/" + video.video_id + "_" +
                                    video.resolution + ".mp4",
                                "mp4"};
    return job;
}

std::string bull_output_url(const std::string& object, const std::string& store_url) {
    constexpr std::string_view kScheme = "s3://";
    if (store_url.empty() || !object.starts_with(kScheme)) {
        return object;
    }
    auto base = store_url;
    while (base.ends_with('/')) {
        base.pop_back();
    }
    return base + "/" + object.substr(kScheme.size());
}

base::Json bull_video_result(const std::string& video_id, const std::string& resolution, const std::string& output_url,
                             std::uint64_t bytes, double seconds) {
    return {{"videoId", video_id},
            {"resolution", resolution},
            {"outputUrl", output_url},
            {"size", bytes},
            {"duration", std::round(seconds * 100) / 100}};
}

} // namespace framehand::sources
