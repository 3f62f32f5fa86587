// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/windows_api.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::platform {

/// Codes of GetLastError(), 0 = done; else nothing has changed.

/// One rename on the disk, which replaces a file of the new name, a read-only one too. Written through where the file
/// system can.
[[nodiscard]] DWORD rename_over(const std::filesystem::path& from, const std::filesystem::path& to);

/// Removes one file, link or empty folder, a read-only one too; the name is gone at once where the file system can do
/// that while others hold it open.
[[nodiscard]] DWORD remove_name(const std::filesystem::path& path);

struct ListedName {
    std::wstring name;
    DWORD attributes = 0;
    bool is_link = false;
};

/// All in a folder but "." and "..", in no order.
[[nodiscard]] DWORD list_names(const std::filesystem::path& folder, std::vector<ListedName>& names);

} // namespace framehand::platform
