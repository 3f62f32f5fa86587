// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Framehand's strings are UTF-8, also where they become a std::filesystem::path. libstdc++ asks the C locale instead
// what the bytes of a narrow string mean, and the C library of MinGW has no locale with UTF-8. So every source that is
// built for Windows gets this header before its first path (cmake/DependenciesWindows.cmake), and with it other
// conversions between paths and narrow strings. What is no UTF-8, and half of a surrogate pair, becomes U+FFFD: no
// exception.
//
// libstdc++ alone is spoken to here, and in the names of its own inside: another standard library does not compile.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace framehand::utf8_paths {

/// Takes one character off the front of `text`, which is not empty.
inline char32_t next_of(std::string_view& text) {
    constexpr char32_t kUnknown = 0xFFFD;
    const auto first = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    if (first < 0x80) {
        return first;
    }
    const std::size_t more = first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4) {
        return kUnknown;
    }
    char32_t code = first & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) {
        if (i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) {
            return kUnknown;
        }
        code = code << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    const bool is_overlong = code < (more == 1 ? 0x80U : more == 2 ? 0x800U : 0x10000U);
    if (is_overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
        return kUnknown;
    }
    text.remove_prefix(more);
    return code;
}

inline std::wstring widened(std::string_view text) {
    std::wstring wide;
    wide.reserve(text.size());
    while (!text.empty()) {
        char32_t code = next_of(text);
        if (code >= 0x10000) {
            code -= 0x10000;
            wide += static_cast<wchar_t>(0xD800 + (code >> 10U));
            code = 0xDC00 + (code & 0x3FFU);
        }
        wide += static_cast<wchar_t>(code);
    }
    return wide;
}

inline std::string narrowed(std::wstring_view wide) {
    std::string text;
    text.reserve(wide.size());
    const auto put = [&text](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    for (std::size_t i = 0; i < wide.size(); ++i) {
        char32_t code = wide[i];
        if (code >= 0xD800 && code < 0xE000) {
            const bool is_pair = code < 0xDC00 && i + 1 < wide.size() && wide[i + 1] >= 0xDC00 && wide[i + 1] < 0xE000;
            code = is_pair ? 0x10000 + ((code - 0xD800) << 10U) + (wide[++i] - 0xDC00U) : 0xFFFD;
        }
        if (code < 0x80) {
            put(code);
        } else if (code < 0x800) {
            put(0xC0 | code >> 6U);
            put(0x80 | (code & 0x3FU));
        } else if (code < 0x10000) {
            put(0xE0 | code >> 12U);
            put(0x80 | (code >> 6U & 0x3FU));
            put(0x80 | (code & 0x3FU));
        } else {
            put(0xF0 | code >> 18U);
            put(0x80 | (code >> 12U & 0x3FU));
            put(0x80 | (code >> 6U & 0x3FU));
            put(0x80 | (code & 0x3FU));
        }
    }
    return text;
}

} // namespace framehand::utf8_paths

namespace std::filesystem {

template <>
inline auto path::_S_convert<char>(const char* first, const char* last) {
    return framehand::utf8_paths::widened({first, static_cast<size_t>(last - first)});
}

template <>
inline string path::_S_str_convert<char, char_traits<char>, allocator<char>>(wstring_view text,
                                                                             const allocator<char>& /*where*/) {
    return framehand::utf8_paths::narrowed(text);
}

} // namespace std::filesystem
