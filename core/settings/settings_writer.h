// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/settings/value_text.h"

#include <filesystem>
#include <map>
#include <optional>
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

/// `text` without the key's line, so that its default applies; the same text if it has none. Comments and all other
/// lines stay. InvalidArgument, and nothing changed: an unknown key, a key that is there twice, a value over several
/// lines.
[[nodiscard]] base::Result<std::string> without_key(std::string_view text, std::string_view name, std::string_view key);

/// New texts of values by key; nothing takes the key out of the file.
using Changes = std::map<std::string, std::optional<std::string>, std::less<>>;

/// What is wrong with single changes: a sentence by key, for unknown keys and for values that the field refuses.
[[nodiscard]] std::map<std::string, std::string> mistakes_in(const Changes& changes, const ValueContext& context);

/// All changes to `text`, or none. InvalidArgument has a line for each of mistakes_in(), or the first form of the file
/// that cannot be edited.
[[nodiscard]] base::Result<std::string> with_changes(std::string_view text, std::string_view name,
                                                     const Changes& changes, const ValueContext& context);

/// with_value() on a file, which is made if it is missing, and replaced atomically. A relative path in `value` is
/// stored as it is and means, as everywhere in the file, relative to the file's folder.
[[nodiscard]] base::Status set_value(const std::filesystem::path& path, std::string_view key, std::string_view value,
                                     const std::filesystem::path& home);

} // namespace framehand::settings
