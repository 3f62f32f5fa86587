// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace framehand::base {

// Of std::filesystem, for shares too: libstdc++ takes Windows' "\\nas\videos" for "\nas\videos" on the current drive.

[[nodiscard]] bool is_absolute(const std::filesystem::path& path);

/// `base` / `path`, or `path` alone where it is absolute.
[[nodiscard]] std::filesystem::path joined(const std::filesystem::path& base, const std::filesystem::path& path);

/// Without "." and "..", with the separators of the system.
[[nodiscard]] std::filesystem::path normal(const std::filesystem::path& path);

} // namespace framehand::base
