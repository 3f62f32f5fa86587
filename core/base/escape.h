// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::base {

/// RFC 3986 section 2: every byte but unreserved characters becomes %XX.
[[nodiscard]] std::string escape_uri_component(std::string_view text);
/// The same, but the '/' of a path stays.
[[nodiscard]] std::string escape_uri_path(std::string_view text);

/// For XML text and attribute values in double quotes. Control characters become blanks: XML 1.0 has no way to write
/// them.
[[nodiscard]] std::string escape_xml(std::string_view text);

} // namespace framehand::base
