// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace framehand::cli {

/// How many columns UTF-8 text takes, counting each code point as one.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` with blanks behind it up to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

/// `text`, or its beginning and "…" if it takes more than `width` columns.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// `text` with every control character replaced by "?": names of files and messages of servers must not steer the
/// terminal.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace framehand::cli
