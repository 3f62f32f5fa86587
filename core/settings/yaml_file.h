// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace framehand::settings {

/// One "key: value" of a flat YAML file.
struct YamlEntry {
    std::string key;
    std::string value; ///< of a scalar, unquoted
    int line = 0;      ///< 1-based, of the key
    int column = 0;    ///< 0-based, in code points, of the key
    /// "" for a usable scalar, else why it is none: "a list", "a map", "no value".
    std::string instead_of_scalar;
};

/// Reads one YAML document that is a map of scalars. Empty text has no entries. Keys may be repeated: the caller
/// refuses that with both lines. InvalidArgument is one line, "<name>:<line>: ...", for what is not YAML, not a map,
/// or has a key that is no scalar.
[[nodiscard]] base::Result<std::vector<YamlEntry>> read_yaml_entries(std::string_view text, std::string_view name);

} // namespace framehand::settings
