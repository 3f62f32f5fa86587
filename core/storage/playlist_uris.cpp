// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/playlist_uris.h"

#include "core/jobs/package_layout.h"

#include <set>

namespace framehand::storage {

namespace {

constexpr std::string_view kOwnData = "#EXT-X-SESSION-DATA:DATA-ID=\"org.framehand.";

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::vector<UriPlace> attribute_in(std::string_view line, std::string_view attribute) {
    const auto start = line.find(attribute);
    if (start == std::string_view::npos) {
        return {};
    }
    const auto from = start + attribute.size();
    const auto end = line.find('"', from);
    return end == std::string_view::npos ? std::vector<UriPlace>() : std::vector<UriPlace>{{from, end - from}};
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

std::vector<UriPlace> uris_in_line(std::string_view line) {
    while (line.ends_with('\r') || line.ends_with(' ')) {
        line.remove_suffix(1);
    }
    if (line.empty()) {
        return {};
    }
    if (!line.starts_with('#')) {
        return {{0, line.size()}};
    }
    return line.starts_with(kOwnData) ? attribute_in(line, ",VALUE=\"") : attribute_in(line, "URI=\"");
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape =
            text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
        if (escape) {
            decoded += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

std::vector<std::string> package_ids_in(std::string_view text) {
    constexpr std::size_t kName = 14; // "v-" and 12 digits
    std::set<std::string> ids;
    for (auto at = text.find("v-"); at != std::string_view::npos; at = text.find("v-", at + 1)) {
        const std::string_view name = text.substr(at, kName);
        const bool begins = at == 0 || !is_word(text[at - 1]);
        const bool ends = at + kName >= text.size() || !is_word(text[at + kName]);
        if (begins && ends && jobs::is_version_name(name)) {
            ids.emplace(name.substr(2));
        }
    }
    return {ids.begin(), ids.end()};
}

} // namespace framehand::storage
