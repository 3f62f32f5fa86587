// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace framehand::platform {

/// A path as the calls of Windows take it at any length: absolute, without "." and "..", with backslashes only, and
/// with \\?\ (\\?\UNC\ for a share) before it. One that has such a prefix already is left as it is.
[[nodiscard]] std::wstring long_path(const std::filesystem::path& path);

/// The same path for people and for comparing: "C:\films", "\\server\share\films".
[[nodiscard]] std::filesystem::path without_prefix(std::wstring path);

/// In UTF-8, for sentences.
[[nodiscard]] std::string shown(const std::filesystem::path& path);

} // namespace framehand::platform
