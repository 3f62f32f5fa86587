// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace framehand::test {

/// Careful damage to fMP4 bytes: everything but the one thing that is changed stays consistent.

/// Moves each "tfdt" by `ticks`.
[[nodiscard]] std::string with_shifted_decode_times(std::string segment, std::int64_t ticks);

/// Takes the last sample of the last fragment out: its entry in the "trun", its bytes in the "mdat", and all sizes.
[[nodiscard]] std::string without_last_sample(std::string segment);

/// The timescale of "mdhd" in an init segment.
[[nodiscard]] std::string with_timescale(std::string init, std::uint32_t timescale);

/// The level in "avcC" alone, or in its sequence parameter set too.
enum class LevelPlaces { Configuration, Everywhere };
[[nodiscard]] std::string with_level(std::string init, std::uint8_t level, LevelPlaces places);

/// Makes the IDR picture number `index` of the file (from 0) claim to be an ordinary one.
[[nodiscard]] std::string without_idr(std::string segment, std::size_t index);

/// Turns one bit of the byte at `offset` in the payload of the last box of this type.
[[nodiscard]] std::string with_flipped_bit(std::string segment, const std::string& box, std::size_t offset);

/// Turns one bit in the middle of each large picture of the segment's second half, none of which is an IDR picture:
/// nothing but its own data changes.
[[nodiscard]] std::string with_flipped_pictures(std::string segment);

} // namespace framehand::test
