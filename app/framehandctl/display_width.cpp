// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/display_width.h"

#include <algorithm>

namespace framehand::cli {

namespace {

bool continues_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

std::size_t display_width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !continues_code_point(c); }));
}

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t taken = display_width(text);
    return std::string(text) + std::string(taken < width ? width - taken : 0, ' ');
}

std::string shortened(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) {
        return std::string(text);
    }
    std::size_t columns = 0;
    std::size_t end = 0;
    while (end < text.size() && (continues_code_point(text[end]) || columns + 1 < width)) {
        columns += continues_code_point(text[end]) ? 0 : 1;
        ++end;
    }
    return std::string(text.substr(0, end)) + (width > 0 ? "…" : "");
}

std::string printable(std::string_view text) {
    std::string out(text);
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
    return out;
}

} // namespace framehand::cli
