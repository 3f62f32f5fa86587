// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"
#include "core/media/verify/h264_parser.h"
#include "core/media/verify/track.h"

#include <cstdint>
#include <string>

namespace framehand::media::verify {

/// What a sequence header says (AV1 specification 5.5).
struct Av1Sequence {
    std::string codec;      ///< RFC 6381 after AV1-ISOBMFF section 5: "av01.0.04m.08", lower case
    std::string codec_long; ///< with monochrome, chroma and colour: "av01.0.04m.08.0.110.01.01.01.0"
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    PictureForm form;
};

/// Looks at AV1 bytes without decoding them. Pure; never reads outside the span.
class Av1Parser {
public:
    /// The payload of an "av1C" box (AV1-ISOBMFF 2.3.3). CorruptData if it is cut short, holds no sequence header, or
    /// says another profile, level or depth than that.
    [[nodiscard]] static base::Result<Av1Sequence> parse_av1c(Bytes payload);
    /// The payload of a sequence header OBU.
    [[nodiscard]] static base::Result<Av1Sequence> parse_sequence(Bytes payload);
    /// One sample: a temporal unit without its delimiter. `is_idr` is true for a shown key frame, the only one that
    /// decoding can begin with. CorruptData if its OBUs do not fit into it.
    [[nodiscard]] static base::Result<AccessUnit> classify(Bytes sample);
};

} // namespace framehand::media::verify
