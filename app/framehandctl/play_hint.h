// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::cli {

/// What a person reads when a package is ready: where its multivariant playlist is, and how to play it.
[[nodiscard]] std::vector<std::string> play_hint(const std::filesystem::path& index);

/// `text`, the name of a file, as one word of the system's shell: POSIX', or cmd.exe and PowerShell.
[[nodiscard]] std::string shell_word(const std::string& text);

} // namespace framehand::cli
