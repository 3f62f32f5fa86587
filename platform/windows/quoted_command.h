// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace framehand::platform {

/// One word of a command line, quoted so that CommandLineToArgvW() and the C runtime read it back as it is.
[[nodiscard]] std::wstring quoted_word(std::string_view word);

/// The whole line. The first word, the program's path, always stands in quotes: without them Windows would try
/// "C:\Program.exe" for "C:\Program Files\...".
[[nodiscard]] std::wstring quoted_command(const std::vector<std::string>& command);

} // namespace framehand::platform
