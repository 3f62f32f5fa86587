// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/encoder_choice.h"

#include <algorithm>
#include <array>

namespace framehand::media {

namespace {

struct DrivenEncoder {
    std::string_view name;
    std::string_view codec;
    std::string_view preset;
};

/// The first of each codec is the one in software.
constexpr std::array<DrivenEncoder, 12> kDriven = {{{"libx264", "h264", "veryfast"},
                                                    {"h264_nvenc", "h264", ""},
                                                    {"h264_qsv", "h264", ""},
                                                    {"h264_amf", "h264", ""},
                                                    {"h264_v4l2m2m", "h264", ""},
                                                    {"h264_vaapi", "h264", ""},
                                                    {"libx265", "hevc", "veryfast"},
                                                    {"hevc_nvenc", "hevc", ""},
                                                    {"hevc_qsv", "hevc", ""},
                                                    {"hevc_amf", "hevc", ""},
                                                    {"hevc_vaapi", "hevc", ""},
                                                    {"libsvtav1", "av1", "10"}}};
/// SVT-AV1 1.4 does not open below that.
constexpr int kSmallestAv1 = 64;

bool does_size(const jobs::EncoderCapability& encoder, PictureSize size) {
    return (encoder.max_width == 0 || size.width <= encoder.max_width) &&
           (encoder.max_height == 0 || size.height <= encoder.max_height);
}

std::string text(PictureSize size) {
    return std::to_string(size.width) + "x" + std::to_string(size.height);
}

/// Why an encoder of this machine does not do the size; "" if it does.
std::string obstacle(const jobs::EncoderCapability* encoder, PictureSize size) {
    if (encoder == nullptr) {
        return "it was not found on this machine";
    }
    if (!encoder->works) {
        return encoder->reason.empty() ? "it does not work on this machine" : encoder->reason;
    }
    return does_size(*encoder, size) ? "" : "it does at most " + text({encoder->max_width, encoder->max_height});
}

base::Result<EncoderChoice> in_software(const std::string& codec, PictureSize size,
                                        const jobs::Capabilities& capabilities, const std::string& field) {
    const std::string name(software_encoder(codec));
    if (codec == "av1" && (size.width < kSmallestAv1 || size.height < kSmallestAv1)) {
        return base::fail(base::ErrorCode::Unsupported,
                          field + ": " + name + " makes no pictures below 64x64, and " + text(size) + " is asked for");
    }
    // H.264 in software is what everything else falls back to: it is tried whatever was measured.
    const jobs::EncoderCapability* encoder = capabilities.find_encoder(name);
    const bool is_measured = codec != "h264" && !capabilities.encoders.empty();
    if (is_measured && (encoder == nullptr || !encoder->works)) {
        return base::fail(base::ErrorCode::Unsupported, field + ": \"" + codec + "\" cannot be made on this machine: " +
                                                            name + ": " + obstacle(encoder, size));
    }
    return EncoderChoice{name, codec, ""};
}

} // namespace

std::string_view codec_of_encoder(std::string_view encoder) {
    const auto* found = std::ranges::find(kDriven, encoder, &DrivenEncoder::name);
    return found == kDriven.end() ? std::string_view() : found->codec;
}

std::string_view software_encoder(std::string_view codec) {
    const auto* found = std::ranges::find(kDriven, codec, &DrivenEncoder::codec);
    return found == kDriven.end() ? std::string_view() : found->name;
}

std::string_view preset_of_encoder(std::string_view encoder) {
    const auto* found = std::ranges::find(kDriven, encoder, &DrivenEncoder::name);
    return found == kDriven.end() ? std::string_view() : found->preset;
}

base::Result<EncoderChoice> choose_encoder(const std::string& codec, PictureSize size,
                                           const jobs::Capabilities& capabilities, const std::string& field) {
    if (!software_encoder(codec).empty()) {
        for (const std::string& name : capabilities.working_video_encoders()) {
            const jobs::EncoderCapability* encoder = capabilities.find_encoder(name);
            const bool is_in_software = name == software_encoder(codec);
            if (codec_of_encoder(name) == codec && !is_in_software && does_size(*encoder, size)) {
                return EncoderChoice{name, codec, ""};
            }
        }
        return in_software(codec, size, capabilities, field);
    }
    const std::string made(codec_of_encoder(codec));
    if (made.empty()) {
        return base::fail(base::ErrorCode::Unsupported,
                          field + ": \"" + codec +
                              "\" cannot be made; use \"h264\", \"hevc\", \"av1\" or the name of an encoder");
    }
    if (codec == software_encoder(made)) {
        return in_software(made, size, capabilities, field);
    }
    const std::string reason = obstacle(capabilities.find_encoder(codec), size);
    if (reason.empty()) {
        return EncoderChoice{codec, made, ""};
    }
    FH_ASSIGN(EncoderChoice choice, in_software(made, size, capabilities, field));
    choice.note = codec + " was asked for but does not work here (" + reason + "); " + choice.encoder + " is used";
    return choice;
}

} // namespace framehand::media
