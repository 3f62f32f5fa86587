// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdio>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::fuzz {

/// Ends the program, naming the line, where a property does not hold.
inline void check(bool holds, std::source_location where = std::source_location::current()) {
    if (!holds) {
        std::fprintf(stderr, "%s:%u: the property does not hold\n", where.file_name(), where.line());
        __builtin_trap();
    }
}

/// What people read of a failure says something, and is no copy of all that was read.
inline void check_error(const base::Error& error, std::source_location where = std::source_location::current()) {
    constexpr std::size_t kLongest = 2048;
    check(!error.message.empty() && error.text().size() <= kLongest, where);
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// "name=value", one a line, as the corpora have what comes in several parts. A line without "=" has no value.
inline std::vector<std::pair<std::string, std::string>> fields_of(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> fields;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(line.size() == text.size() ? line.size() : line.size() + 1);
        const auto name = line.substr(0, line.find('='));
        fields.emplace_back(name, line.substr(name.size() == line.size() ? name.size() : name.size() + 1));
    }
    return fields;
}

} // namespace framehand::fuzz
