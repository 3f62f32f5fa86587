// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/capabilities.h"
#include "core/media/picture_size.h"

#include <string>
#include <string_view>

namespace framehand::media {

struct EncoderChoice {
    std::string encoder; ///< libavcodec's name
    std::string codec;   ///< "h264", "hevc" or "av1"
    std::string note;    ///< why it is not the one that was asked for; "" if it is
};

/// What an encoder that the engine can drive makes: "h264", "hevc" or "av1"; "" for all others.
[[nodiscard]] std::string_view codec_of_encoder(std::string_view encoder);

/// The encoder in software of a codec: "libx264", "libx265", "libsvtav1"; "" for other codecs.
[[nodiscard]] std::string_view software_encoder(std::string_view codec);

/// The preset that jobs use an encoder with; "" where it has none.
[[nodiscard]] std::string_view preset_of_encoder(std::string_view encoder);

/// The encoder of one rung. A codec takes the best measured one that does the size; an encoder by name is taken if it
/// works here, else the codec's encoder in software with a note. Nothing measured means software. `field` names the
/// job's field in errors.
/// Unsupported: a codec or an encoder that the engine does not know, or no encoder of the codec works here.
[[nodiscard]] base::Result<EncoderChoice> choose_encoder(const std::string& codec, PictureSize size,
                                                         const jobs::Capabilities& capabilities,
                                                         const std::string& field);

} // namespace framehand::media
