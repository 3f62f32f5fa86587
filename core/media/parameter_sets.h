// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av.h"

#include <string>
#include <string_view>

namespace framehand::media {

/// The extradata of codec parameters as bytes.
[[nodiscard]] std::string_view bytes_of(const AVCodecParameters& parameters);

/// The parameter sets (of H.265 the VPS too) of an Annex B stream or extradata, each with a four-byte start code; "" if
/// there are none.
[[nodiscard]] std::string annex_b_parameter_sets(std::string_view stream, AVCodecID codec = AV_CODEC_ID_H264);

/// RFC 6381 codecs value of what was really made: "avc1.640028" and "hvc1.1.6.L93.90" from the SPS, "av01.0.04M.08"
/// from the sequence header, "mp4a.40.2" from the AudioSpecificConfig. Internal if the encoder gave none.
[[nodiscard]] base::Result<std::string> codecs_value(const AVCodecParameters& parameters);

} // namespace framehand::media
