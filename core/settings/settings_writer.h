// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/settings/value_text.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace framehand::settings {

/// `text`, a settings file, with `key: value` in place of the key's line, or with that line added at the end. Every
/// other line, and a comment behind the value, stays as it is. `name` is the file's name for messages.
///
/// InvalidArgument, and nothing changed: an unknown key (with a suggestion), a value that the field refuses, text that
/// is no YAML, or a value written over several lines ("edit it by hand").
[[nodiscard]] base::Result<std::string> with_value(std::string_view text, std::string_view name, std::string_view key,
                                                   std::string_view value, const ValueContext& context);

/// with_value() on a file, which is made if it is missing, and replaced atomically. A relative path in `value` is
/// stored as it is and means, as everywhere in the file, relative to the file's folder.
[[nodiscard]] base::Status set_value(const std::filesystem::path& path, std::string_view key, std::string_view value,
                                     const std::filesystem::path& home);

} // namespace framehand::settings
