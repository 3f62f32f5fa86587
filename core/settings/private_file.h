// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace framehand::settings {

/// Makes or replaces a file whose folder exists: the old one or the new one, never a part, synced to the disk, and at
/// no time to be read by anybody but its owner, whatever the old one allowed. A symlink is replaced, not followed.
/// PermissionDenied or IoError name the file; nothing is left behind.
[[nodiscard]] base::Status replace_private_file(const std::filesystem::path& path, std::string_view text);

} // namespace framehand::settings
