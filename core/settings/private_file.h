// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

// Who may read a file is said by its mode (private_file_by_mode.cpp), or by a list that it has from its folder, as on
// Windows (private_file_by_folder.cpp): the build chooses.

namespace framehand::settings {

/// Makes or replaces a file whose folder exists: the old one or the new one, never a part, synced to the disk, and at
/// no time to be read by anybody but its owner, whatever the old one allowed. A symlink is replaced, not followed.
/// PermissionDenied or IoError name the file; nothing is left behind.
[[nodiscard]] base::Status replace_private_file(const std::filesystem::path& path, std::string_view text);

/// Whether somebody else than its owner may read a file of this status, as far as that can be seen.
[[nodiscard]] bool others_may_read(const std::filesystem::file_status& status);

} // namespace framehand::settings
