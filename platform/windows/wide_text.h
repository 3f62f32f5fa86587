// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::platform {

/// UTF-8 as Windows takes it. What is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::wstring to_wide(std::string_view utf8);

/// UTF-16 as the rest of Framehand takes it. A lone surrogate becomes U+FFFD.
[[nodiscard]] std::string to_utf8(std::wstring_view utf16);

} // namespace framehand::platform
