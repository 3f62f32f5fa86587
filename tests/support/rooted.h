// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace framehand::test {

/// An absolute path of the system that the tests run on, for one that begins with "/": "/srv" is "C:\srv" on Windows,
/// where "/srv" alone would be a path of whatever disk is the current one.
[[nodiscard]] inline std::filesystem::path rooted(const std::string& path) {
    constexpr bool kHasDrives = std::filesystem::path::preferred_separator != '/';
    return std::filesystem::path((kHasDrives ? "C:" : "") + path).make_preferred();
}

} // namespace framehand::test
