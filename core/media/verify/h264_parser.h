// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"
#include "core/media/verify/track.h"

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::media::verify {

/// What a sequence parameter set says (H.264 7.3.2.1).
struct H264Sps {
    std::string codec;       ///< RFC 6381: "avc1.64001f", lower case
    std::uint32_t width = 0; ///< after cropping
    std::uint32_t height = 0;
    PictureForm form;
};

/// What one access unit holds.
struct AccessUnit {
    bool has_picture = false;
    bool is_idr = false; ///< its first slice is of an IDR picture
};

/// Looks at H.264 bytes without decoding them. Pure; never reads outside the span.
class H264Parser {
public:
    /// A NAL unit of type 7, with its header byte. CorruptData if it is cut short or its size is impossible.
    [[nodiscard]] static base::Result<H264Sps> parse_sps(Bytes nal);

    /// NAL units with a length of `length_size` bytes before each (ISO/IEC 14496-15).
    [[nodiscard]] static base::Result<std::vector<Bytes>> split_length_prefixed(Bytes sample, unsigned length_size);
    /// NAL units between start codes (H.264 Annex B).
    [[nodiscard]] static std::vector<Bytes> split_annex_b(Bytes bytes);

    [[nodiscard]] static AccessUnit classify(const std::vector<Bytes>& nals);

    /// nal_unit_type, 0 for an empty one.
    [[nodiscard]] static unsigned type_of(Bytes nal) { return nal.empty() ? 0 : nal[0] & 0x1FU; }

    static constexpr unsigned kIdrSlice = 5;
    static constexpr unsigned kSps = 7;
};

} // namespace framehand::media::verify
