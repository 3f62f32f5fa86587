// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"
#include "core/media/verify/h264_parser.h"
#include "core/media/verify/track.h"

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::media::verify {

/// What a sequence parameter set says (H.265 7.3.2.2).
struct HevcSps {
    std::string codec;       ///< RFC 6381 after ISO/IEC 14496-15 annex E: "hvc1.1.6.l93.b0", lower case
    std::uint32_t width = 0; ///< after the conformance window
    std::uint32_t height = 0;
    PictureForm form;
};

/// The payload of an "hvcC" box (ISO/IEC 14496-15, 8.3.3.1).
struct HevcConfig {
    std::string codec; ///< as its own fields say
    unsigned nal_length_size = 4;
    HevcSps sps; ///< its only one
};

/// Looks at H.265 bytes without decoding them. Pure; never reads outside the span.
class HevcParser {
public:
    /// CorruptData if it is cut short, holds no or several sequence parameter sets, or says another profile or level
    /// than they do.
    [[nodiscard]] static base::Result<HevcConfig> parse_hvcc(Bytes payload);
    /// A NAL unit of type 33, with its header.
    [[nodiscard]] static base::Result<HevcSps> parse_sps(Bytes nal);
    [[nodiscard]] static AccessUnit classify(const std::vector<Bytes>& nals);

    /// nal_unit_type, 64 for an empty one.
    [[nodiscard]] static unsigned type_of(Bytes nal) { return nal.empty() ? 64 : nal[0] >> 1U & 0x3FU; }

    static constexpr unsigned kSps = 33;
};

} // namespace framehand::media::verify
