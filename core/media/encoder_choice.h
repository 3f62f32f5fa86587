// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/capabilities.h"
#include "core/media/picture_size.h"

#include <string>

namespace framehand::media {

struct EncoderChoice {
    std::string encoder; ///< libavcodec's name
    std::string note;    ///< why it is not the one that was asked for; "" if it is
};

/// The H.264 encoders that the engine can drive.
[[nodiscard]] bool is_known_encoder(std::string_view name);

/// The encoder of one rung. "h264" takes the best measured one that does the size; an encoder by name is taken if it
/// works here, else libx264 with a note. Nothing measured means libx264. `field` names the job's field in errors.
/// Unsupported: a codec other than H.264.
[[nodiscard]] base::Result<EncoderChoice> choose_encoder(const std::string& codec, PictureSize size,
                                                         const jobs::Capabilities& capabilities,
                                                         const std::string& field);

} // namespace framehand::media
