// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace framehand::jobs {

namespace {

constexpr int kMinSide = 16;
constexpr int kMaxSide = 8192;

std::optional<int> parse_side(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < kMinSide || value > kMaxSide) {
        return std::nullopt;
    }
    return value;
}

} // namespace

AudioRequest Job::effective_audio() const {
    if (audio) {
        return *audio;
    }
    AudioRequest request;
    for (const auto& output : outputs) {
        if (output.audio_codec || output.audio_bitrate) {
            request.codec = output.audio_codec.value_or(request.codec);
            request.bitrate = output.audio_bitrate.value_or(request.bitrate);
            break;
        }
    }
    return request;
}

base::Result<Resolution> parse_resolution(std::string_view text) {
    if (text == "4k" || text == "4K") {
        return Resolution{0, 2160};
    }
    if (text == "8k" || text == "8K") {
        return Resolution{0, 4320};
    }
    if (text.ends_with('p')) {
        if (const auto height = parse_side(text.substr(0, text.size() - 1))) {
            return Resolution{0, *height};
        }
    }
    if (const auto cross = text.find_first_of("xX"); cross != std::string_view::npos) {
        const auto width = parse_side(text.substr(0, cross));
        const auto height = parse_side(text.substr(cross + 1));
        if (width && height) {
            return Resolution{*width, *height};
        }
    }
    return base::fail(base::ErrorCode::InvalidArgument,
                      "\"" + base::shortened(text, 40) +
                          "\" is not a resolution; write for example 720p, 1280x720 or 4k");
}

std::int64_t default_bitrate(int height, std::string_view codec) {
    struct Step {
        int height;
        std::int64_t bitrate;
    };

    // Between the ladder of Apple's HLS authoring specification for H.264 and common practice at preset veryfast.
    static constexpr std::array kSteps{Step{4320, 40'000'000}, Step{2160, 16'000'000}, Step{1440, 9'000'000},
                                       Step{1080, 5'500'000},  Step{720, 3'000'000},   Step{540, 2'000'000},
                                       Step{480, 1'500'000},   Step{360, 800'000},     Step{240, 400'000}};
    const auto* found = std::ranges::find_if(kSteps, [&](const Step& step) { return height >= step.height; });
    const std::int64_t bitrate = found == kSteps.end() ? 250'000 : found->bitrate;
    const auto makes = [&](std::string_view name) { return codec.find(name) != std::string_view::npos; };
    if (makes("av1")) {
        return bitrate / 2;
    }
    return makes("hevc") || makes("265") ? bitrate * 6 / 10 : bitrate;
}

int worst_quality(std::string_view codec) {
    return codec.find("av1") != std::string_view::npos ? 63 : 51;
}

} // namespace framehand::jobs
