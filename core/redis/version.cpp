// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/version.h"

#include "core/base/text.h"

#include <array>
#include <charconv>

namespace framehand::redis {

std::optional<Version> parse_version(std::string_view text) {
    const auto parts = base::split(text, '.');
    std::array<int, 3> numbers{};
    if (parts.empty() || parts.size() > numbers.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const char* end = parts[i].data() + parts[i].size();
        const auto [stop, error] = std::from_chars(parts[i].data(), end, numbers.at(i));
        if (error != std::errc{} || stop != end || numbers.at(i) < 0) {
            return std::nullopt;
        }
    }
    return Version{numbers[0], numbers[1], numbers[2]};
}

std::optional<Version> version_from_info(std::string_view info) {
    constexpr std::string_view kName = "redis_version:";
    for (const std::string& line : base::split(info, '\n')) {
        if (line.starts_with(kName)) {
            return parse_version(base::trim(std::string_view(line).substr(kName.size())));
        }
    }
    return std::nullopt;
}

std::string to_string(const Version& version) {
    return std::to_string(version.major_part) + "." + std::to_string(version.minor_part) + "." +
           std::to_string(version.patch_part);
}

} // namespace framehand::redis
