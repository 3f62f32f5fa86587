// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/bit_reader.h"
#include "core/media/verify/byte_reader.h"
#include "core/media/verify/track.h"

#include <cstdint>
#include <vector>

namespace framehand::media::verify {

/// What H.264 and H.265 spell alike.

/// A NAL unit without its emulation prevention bytes (H.264 7.3.1, H.265 7.3.1.1).
[[nodiscard]] std::vector<std::uint8_t> unescape_nal(Bytes nal);

/// The first fields of the video usability information, up to the colour description (H.264 E.1.1, H.265 E.2.1).
void read_usability(BitReader& reader, PictureForm& form);

/// SDR, PQ or HLG by the transfer characteristics of ITU-T H.273 table 3.
[[nodiscard]] VideoRange range_of_transfer(unsigned transfer);

} // namespace framehand::media::verify
