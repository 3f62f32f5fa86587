// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/play_hint.h"

#include <algorithm>
#include <string_view>

namespace framehand::cli {

namespace {

constexpr bool kWindows = std::filesystem::path::preferred_separator == '\\';
constexpr std::string_view kPlain = kWindows ? "/._-+:@\\" : "/._-+:@%,";

} // namespace

std::string shell_word(const std::string& text) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               kPlain.find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::ranges::all_of(text, is_plain)) {
        return text;
    }
    if (kWindows) {
        return '"' + text + '"'; // no name of a file has that character there
    }
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out + "'";
}

std::vector<std::string> play_hint(const std::filesystem::path& index) {
    const std::string name = std::filesystem::path(index).make_preferred().string();
    return {"done: " + name, "play it: ffplay " + shell_word(name) + "   (or open it in VLC)"};
}

} // namespace framehand::cli
