// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/ladder_builder.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <string_view>

namespace framehand::cli {

namespace {

using base::ErrorCode;
using base::fail;

constexpr std::int64_t kMinVideoBitrate = 10'000;
constexpr std::int64_t kMaxVideoBitrate = 400'000'000;

/// The number of "q23"; nothing for all else.
std::optional<int> parse_quality(std::string_view text) {
    int quality = 0;
    const auto [end, error] =
        std::from_chars(text.data() + std::min<std::size_t>(1, text.size()), text.data() + text.size(), quality);
    const bool is_one = text.starts_with('q') && error == std::errc() && end == text.data() + text.size();
    return is_one ? std::optional(quality) : std::nullopt;
}

/// "720p", then in any order a codec, a bit rate and a quality: "720p:hevc:1800k:q26".
base::Result<jobs::OutputRequest> parse_rung(const std::string& text) {
    static constexpr std::array<std::string_view, 3> kCodecs{"h264", "hevc", "av1"};
    std::vector<std::string> parts = base::split(text, ':');
    jobs::OutputRequest output;
    output.resolution = base::trim(parts.front());
    std::ranges::transform(output.resolution, output.resolution.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto resolution = jobs::parse_resolution(output.resolution);
    if (!resolution) {
        return resolution.error().wrapped("--rungs: cannot use \"" + text + "\"");
    }
    std::string rate;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string part(base::trim(parts[i]));
        if (std::ranges::find(kCodecs, part) != kCodecs.end()) {
            output.codec = part;
        } else if (const auto quality = parse_quality(part); quality && !output.quality) {
            output.quality = quality;
        } else if (rate.empty()) {
            rate = part.empty() ? "nothing" : part;
        } else {
            return fail(ErrorCode::InvalidArgument,
                        "--rungs: \"" + text + "\" has more than a codec (h264, hevc, av1), a bit rate and a quality");
        }
    }
    output.bitrate = jobs::default_bitrate(resolution->height, output.codec);
    if (!rate.empty()) {
        const auto bitrate = base::parse_bitrate(rate);
        if (!bitrate || *bitrate < kMinVideoBitrate || *bitrate > kMaxVideoBitrate) {
            return fail(ErrorCode::InvalidArgument,
                        "--rungs: the bit rate of \"" + text + "\" must be from 10k to 400M, such as 720p:2500k");
        }
        output.bitrate = *bitrate;
    }
    return output;
}

/// "720p", or "720p-hevc" for a codec that is not the usual one.
std::string folder_of(const jobs::OutputRequest& output) {
    return output.codec == "h264" ? output.resolution : output.resolution + "-" + output.codec;
}

base::Result<std::vector<jobs::OutputRequest>> parse_rungs(const std::string& text) {
    std::vector<jobs::OutputRequest> outputs;
    for (const std::string& part : base::split(text, ',')) {
        if (base::trim(part).empty()) {
            return fail(ErrorCode::InvalidArgument,
                        "--rungs: an empty name in \"" + text + "\"; write for example 1080p,720p,480p");
        }
        FH_ASSIGN(jobs::OutputRequest output, parse_rung(base::trim(part)));
        if (std::ranges::find(outputs, folder_of(output), folder_of) != outputs.end()) {
            return fail(ErrorCode::InvalidArgument, "--rungs: \"" + folder_of(output) + "\" is named twice");
        }
        outputs.push_back(std::move(output));
    }
    constexpr std::size_t kMaxRungs = 16;
    if (outputs.empty() || outputs.size() > kMaxRungs) {
        return fail(ErrorCode::InvalidArgument, "--rungs: name 1 to 16 resolutions, such as 1080p,720p,480p");
    }
    return outputs;
}

base::Status apply_quality(const LadderRequest& request, std::vector<jobs::OutputRequest>& outputs) {
    for (jobs::OutputRequest& output : outputs) {
        const int worst = jobs::worst_quality(output.codec);
        const std::string flag = output.quality ? "--rungs: the quality of a rung" : "--quality:";
        output.quality = output.quality ? output.quality : request.quality;
        if (output.quality && (*output.quality < 1 || *output.quality > worst)) {
            return fail(ErrorCode::InvalidArgument,
                        flag + " must be from 1 (best) to " + std::to_string(worst) + " for " + output.codec);
        }
    }
    return {};
}

base::Status apply_hls(const LadderRequest& request, jobs::HlsSettings& hls) {
    if (!(request.segment_time >= 1 && request.segment_time <= 60)) {
        return fail(ErrorCode::InvalidArgument, "--segment-time: must be from 1 to 60 seconds");
    }
    hls.segment_time = request.segment_time;
    if (request.segment_format == "ts") {
        hls.segment_format = jobs::SegmentFormat::MpegTs;
    } else if (request.segment_format != "fmp4") {
        return fail(ErrorCode::InvalidArgument,
                    "--segment-format: must be fmp4 or ts, not \"" + request.segment_format + "\"");
    }
    return {};
}

/// Nothing if no flag says anything about audio: then the defaults of whoever makes the package apply.
base::Result<std::optional<jobs::AudioRequest>> audio_of(const LadderRequest& request) {
    if (request.surround != "stereo" && request.surround != "keep") {
        return fail(ErrorCode::InvalidArgument, "--surround: must be stereo or keep, not \"" + request.surround + "\"");
    }
    const bool keeps_surround = request.surround == "keep";
    if (!request.audio_bitrate && !keeps_surround) {
        return std::optional<jobs::AudioRequest>();
    }
    jobs::AudioRequest audio;
    audio.surround = keeps_surround ? jobs::SurroundAudio::Keep : jobs::SurroundAudio::StereoOnly;
    if (request.audio_bitrate) {
        const auto bitrate = base::parse_bitrate(*request.audio_bitrate);
        if (!bitrate || *bitrate < 16'000 || *bitrate > 512'000) {
            return fail(ErrorCode::InvalidArgument, "--audio-bitrate: must be from 16k to 512k, such as 128k, not \"" +
                                                        *request.audio_bitrate + "\"");
        }
        audio.bitrate = *bitrate;
    }
    return std::optional(audio);
}

base::Status apply_video_copy(const LadderRequest& request, jobs::Job& job) {
    if (request.video_copy == "never") {
        job.video_copy = jobs::VideoCopy::Never;
    } else if (request.video_copy != "auto") {
        return fail(ErrorCode::InvalidArgument,
                    "--video-copy: must be auto or never, not \"" + request.video_copy + "\"");
    }
    return {};
}

base::Status apply_deliverables(const LadderRequest& request, jobs::Job& job) {
    for (const std::string& part : base::split(request.deliver, ',')) {
        const std::string name(base::trim(part));
        if (name == "dash") {
            job.deliverables.insert(jobs::Deliverable::Dash);
        } else if (name == "mp4") {
            job.deliverables.insert(jobs::Deliverable::Mp4);
        } else if (name == "mkv") {
            job.deliverables.insert(jobs::Deliverable::Mkv);
        } else if (name != "hls") {
            return fail(ErrorCode::InvalidArgument, "--deliver: \"" + name + "\" is none of hls, dash, mp4 and mkv");
        }
    }
    if (!job.deliverables.empty() && job.hls.segment_format == jobs::SegmentFormat::MpegTs) {
        return fail(ErrorCode::InvalidArgument, "--deliver: only hls can be made with --segment-format ts");
    }
    return {};
}

} // namespace

base::Result<jobs::Job> build_ladder(const LadderRequest& request) {
    jobs::Job job;
    FH_ASSIGN(job.outputs, parse_rungs(request.rungs));
    FH_TRY(apply_quality(request, job.outputs));
    FH_TRY(apply_hls(request, job.hls));
    FH_ASSIGN(job.audio, audio_of(request));
    FH_TRY(apply_deliverables(request, job));
    FH_TRY(apply_video_copy(request, job));
    const std::filesystem::path source(request.source);
    job.input.source_url = request.source;
    job.input.format = source.extension().empty() ? std::string() : source.extension().string().substr(1);
    job.movie_id = source.stem().string();
    const std::string prefix = request.output_dir.empty() ? std::string() : request.output_dir + "/";
    for (jobs::OutputRequest& output : job.outputs) {
        const bool is_only_one = job.outputs.size() == 1;
        output.dest_path =
            is_only_one ? (request.output_dir.empty() ? "." : request.output_dir) : prefix + folder_of(output);
    }
    return job;
}

} // namespace framehand::cli
