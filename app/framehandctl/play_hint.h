// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::cli {

/// What a person reads when a package is ready: where its multivariant playlist is, and how to play it.
[[nodiscard]] std::vector<std::string> play_hint(const std::filesystem::path& index);

/// `text` as one word of a POSIX shell.
[[nodiscard]] std::string shell_word(const std::string& text);

} // namespace framehand::cli
