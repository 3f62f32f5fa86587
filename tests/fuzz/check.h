// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::fuzz {

/// A line of a target, as a default argument: that of the caller. (Clang 14 has no std::source_location.)
struct Line {
    const char* file;
    int number;
};

/// Ends the program, naming the line, where a property does not hold.
inline void check(bool holds, Line line = {__builtin_FILE(), __builtin_LINE()}) {
    if (!holds) {
        std::fprintf(stderr, "%s:%d: the property does not hold\n", line.file, line.number);
        __builtin_trap();
    }
}

/// What people read of a failure says something, and is no copy of all that was read.
inline void check_error(const base::Error& error, Line line = {__builtin_FILE(), __builtin_LINE()}) {
    constexpr std::size_t kLongest = 2048;
    check(!error.message.empty() && error.text().size() <= kLongest, line);
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
