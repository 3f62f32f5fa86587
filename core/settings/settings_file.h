// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace framehand::settings {

/// The whole text of a settings file. NotFound if there is none, CorruptData if it is larger than 1 MiB.
[[nodiscard]] base::Result<std::string> read_settings_text(const std::filesystem::path& path);

/// Replaces a settings file: old content or new content, never a part. Readable and writable by its owner only.
/// Missing folders are made; a symlink stays, its target is replaced.
[[nodiscard]] base::Status replace_settings_text(const std::filesystem::path& path, std::string_view text);

} // namespace framehand::settings
