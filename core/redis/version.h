// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::redis {

/// "7.0.15".
struct Version {
    int major_part = 0;
    int minor_part = 0;
    int patch_part = 0;

    auto operator<=>(const Version&) const = default;
};

/// "7.0.15", "6.2"; nothing for other texts.
[[nodiscard]] std::optional<Version> parse_version(std::string_view text);
/// What the answer to INFO says of the server ("redis_version:7.0.15"); nothing if it does not say.
[[nodiscard]] std::optional<Version> version_from_info(std::string_view info);
[[nodiscard]] std::string to_string(const Version& version);

} // namespace framehand::redis
