// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::base {

/// The candidate that a mistyped word most likely meant (Damerau-Levenshtein distance of at most a third of its
/// length, at least 2, and less than changing all of it), or empty.
[[nodiscard]] std::string closest_match(std::string_view word, const std::vector<std::string>& candidates);

/// "250ms", "10s", "2m", "1h", "1d", or a plain number of seconds. Negative values are refused.
[[nodiscard]] Result<Duration> parse_duration(std::string_view text);
/// The shortest exact form that parse_duration() reads: "10s", "1500ms".
[[nodiscard]] std::string format_duration(Duration duration);
/// For people: "3 min 20 s", "1 h 4 min", "12 s".
[[nodiscard]] std::string humanize_duration(Duration duration);

/// Bits a second from "2500k", "5M", "1.5m" or a plain number (decimal multiples, as encoders count).
[[nodiscard]] Result<std::int64_t> parse_bitrate(std::string_view text);
/// The exact form that parse_bitrate() and other workers read: "2500k", or "1234567" where kilobits would round.
[[nodiscard]] std::string format_bitrate(std::int64_t bits_per_second);
/// For people: "1.4 GB" (decimal multiples).
[[nodiscard]] std::string humanize_bytes(std::int64_t bytes);

/// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(std::string_view bytes);

[[nodiscard]] std::string trim(std::string_view text);
/// The text, or as much of its beginning as fits into `most_bytes` with a "…" behind it; never half a character.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most_bytes);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

} // namespace framehand::base
