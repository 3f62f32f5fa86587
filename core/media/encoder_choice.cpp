// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/encoder_choice.h"

#include <algorithm>
#include <array>

namespace framehand::media {

namespace {

constexpr std::array<std::string_view, 6> kKnownEncoders = {"libx264",  "h264_nvenc",   "h264_qsv",
                                                            "h264_amf", "h264_v4l2m2m", "h264_vaapi"};
constexpr const char* kSoftware = "libx264";

bool does_size(const jobs::EncoderCapability& encoder, PictureSize size) {
    return (encoder.max_width == 0 || size.width <= encoder.max_width) &&
           (encoder.max_height == 0 || size.height <= encoder.max_height);
}

} // namespace

bool is_known_encoder(std::string_view name) {
    return std::ranges::find(kKnownEncoders, name) != kKnownEncoders.end();
}

base::Result<EncoderChoice> choose_encoder(const std::string& codec, PictureSize size,
                                           const jobs::Capabilities& capabilities, const std::string& field) {
    if (codec == "h264") {
        for (const std::string& name : capabilities.working_video_encoders()) {
            const jobs::EncoderCapability* encoder = capabilities.find_encoder(name);
            if (encoder != nullptr && is_known_encoder(name) && does_size(*encoder, size)) {
                return EncoderChoice{name, ""};
            }
        }
        return EncoderChoice{kSoftware, ""};
    }
    if (!is_known_encoder(codec)) {
        return base::fail(base::ErrorCode::Unsupported,
                          field + ": \"" + codec + "\" cannot be made; use \"h264\" or the name of an H.264 encoder");
    }
    if (codec == kSoftware) {
        return EncoderChoice{kSoftware, ""};
    }
    const jobs::EncoderCapability* encoder = capabilities.find_encoder(codec);
    if (encoder != nullptr && encoder->works && does_size(*encoder, size)) {
        return EncoderChoice{codec, ""};
    }
    std::string reason = "it was not found on this machine";
    if (encoder != nullptr && encoder->works) {
        reason = "it does at most " + std::to_string(encoder->max_width) + "x" + std::to_string(encoder->max_height);
    } else if (encoder != nullptr && !encoder->reason.empty()) {
        reason = encoder->reason;
    }
    return EncoderChoice{kSoftware, codec + " was asked for but does not work here (" + reason + "); libx264 is used"};
}

} // namespace framehand::media
