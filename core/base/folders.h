// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <system_error>

namespace framehand::base {

/// Makes a folder with its parents; true if it was not there. Unlike std::filesystem::create_directories() it is fine
/// with one that is there below folders that this account may pass but not list, as those of a person to a service:
/// libstdc++ for Windows looks for a name in the folder around it.
bool make_folders(const std::filesystem::path& folder, std::error_code& error);

} // namespace framehand::base
