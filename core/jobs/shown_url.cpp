// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/shown_url.h"

#include <algorithm>

namespace framehand::jobs {

namespace {

/// In letters of either case (RFC 3986 section 3.1).
bool begins_with(std::string_view url, std::string_view scheme) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(url.substr(0, scheme.size()), scheme, {}, lower);
}

} // namespace

bool is_http_url(std::string_view source_url) {
    return begins_with(source_url, "http://") || begins_with(source_url, "https://");
}

std::string shown_url(std::string_view source_url) {
    if (!is_http_url(source_url)) {
        return std::string(source_url);
    }
    const auto begin = source_url.find("://") + 3;
    auto rest = source_url.substr(begin);
    rest = rest.substr(0, rest.find_first_of("?#"));
    const auto authority = rest.substr(0, rest.find('/'));
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        rest.remove_prefix(at + 1);
    }
    return std::string(source_url.substr(0, begin)) + std::string(rest);
}

} // namespace framehand::jobs
