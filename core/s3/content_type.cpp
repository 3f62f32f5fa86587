// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/content_type.h"

#include <algorithm>
#include <array>

namespace framehand::s3 {

namespace {

struct Type {
    std::string_view extension;
    std::string_view name;
};

constexpr std::array kTypes{
    Type{"m3u8", "application/vnd.apple.mpegurl"}, // RFC 8216 section 10
    Type{"mpd", "application/dash+xml"},           // ISO/IEC 23009-1 annex C
    Type{"ts", "video/mp2t"},
    Type{"m4s", "video/iso.segment"},
    Type{"mp4", "video/mp4"},
    Type{"m4a", "audio/mp4"},
    Type{"mkv", "video/x-matroska"},
    Type{"webm", "video/webm"},
    Type{"mov", "video/quicktime"},
    Type{"vtt", "text/vtt"},
    Type{"jpg", "image/jpeg"},
    Type{"jpeg", "image/jpeg"},
    Type{"json", "application/json"},
};

} // namespace

std::string content_type_of(std::string_view name) {
    const auto dot = name.rfind('.');
    std::string extension(dot == std::string_view::npos ? "" : name.substr(dot + 1));
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto found = std::ranges::find(kTypes, extension, &Type::extension);
    return std::string(found == kTypes.end() ? "application/octet-stream" : found->name);
}

} // namespace framehand::s3
