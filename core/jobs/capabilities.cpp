// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/capabilities.h"

#include <algorithm>
#include <array>
#include <utility>

namespace framehand::jobs {

namespace {

struct NamedHeight {
    std::string_view name;
    int height;
};

constexpr std::array kHeights{NamedHeight{"8k", 4320},    NamedHeight{"4k", 2160},  NamedHeight{"1440p", 1440},
                              NamedHeight{"1080p", 1080}, NamedHeight{"720p", 720}, NamedHeight{"480p", 480}};

bool is_audio(const EncoderCapability& encoder) {
    return encoder.codec == "aac";
}

/// "h264" for "h264", "libx264" and "h264_nvenc"; "" for what we do not know.
std::string_view codec_family(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSoftware{{{"libx264", "h264"},
                                                                                             {"libopenh264", "h264"},
                                                                                             {"libx265", "hevc"},
                                                                                             {"libsvtav1", "av1"},
                                                                                             {"libaom-av1", "av1"}}};
    for (const auto& [encoder, family] : kSoftware) {
        if (name == encoder) {
            return family;
        }
    }
    const auto family = name.substr(0, name.find('_'));
    static constexpr std::array<std::string_view, 3> kFamilies{"h264", "hevc", "av1"};
    return std::ranges::find(kFamilies, family) != kFamilies.end() ? family : std::string_view();
}

/// The "1080" of 1080p, 1920x1080 and 1080x1920 alike.
int short_side(const Resolution& resolution) {
    return resolution.width == 0 ? resolution.height : std::min(resolution.width, resolution.height);
}

} // namespace

const EncoderCapability* Capabilities::find_encoder(std::string_view name) const {
    const auto found = std::ranges::find(encoders, name, &EncoderCapability::name);
    return found == encoders.end() ? nullptr : &*found;
}

std::vector<std::string> Capabilities::working_video_encoders() const {
    std::vector<const EncoderCapability*> working;
    for (const auto& encoder : encoders) {
        if (encoder.works && !is_audio(encoder)) {
            working.push_back(&encoder);
        }
    }
    std::ranges::stable_sort(working, [](const auto* a, const auto* b) {
        return std::pair(a->is_hardware(), a->fps_720p) > std::pair(b->is_hardware(), b->fps_720p);
    });
    std::vector<std::string> names;
    for (const auto* encoder : working) {
        names.push_back(encoder->name);
    }
    return names;
}

std::string Capabilities::max_resolution() const {
    int height = 0;
    for (const auto& encoder : encoders) {
        if (encoder.works && !is_audio(encoder)) {
            height = std::max(height, encoder.max_height);
        }
    }
    for (const auto& named : kHeights) {
        if (height >= named.height) {
            return std::string(named.name);
        }
    }
    return "none";
}

std::string why_not(const WorkerCapabilities& worker, const Job& job) {
    int limit = 0;
    if (const auto resolution = parse_resolution(worker.max_resolution)) {
        limit = short_side(*resolution);
    }
    for (const auto& output : job.outputs) {
        const bool by_name = std::ranges::find(worker.supported_codecs, output.codec) != worker.supported_codecs.end();
        const bool by_family = std::ranges::any_of(
            worker.supported_codecs, [&](const std::string& encoder) { return codec_family(encoder) == output.codec; });
        if (!by_name && !by_family) {
            return "it has no encoder for \"" + output.codec + "\"";
        }
        const auto asked = parse_resolution(output.resolution);
        if (limit > 0 && asked && short_side(*asked) > limit) {
            return "its largest picture is " + worker.max_resolution + " and " + output.resolution + " is asked for";
        }
    }
    return {};
}

} // namespace framehand::jobs
