// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/uri.h"

#include "core/base/escape.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstdint>

namespace framehand::s3 {

namespace {

using base::ErrorCode;

constexpr std::size_t kLongestShown = 300;

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool is_control_or_space(char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
}

/// "host" or "host:port"; an IPv6 address stands in brackets.
bool has_one_port(std::string_view authority) {
    const auto host_end = authority.starts_with('[') ? authority.find(']') : 0;
    if (host_end == std::string_view::npos) {
        return false;
    }
    const auto colon = authority.find(':', host_end);
    return colon == std::string_view::npos ||
           std::ranges::all_of(authority.substr(colon + 1), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string encode_query(std::vector<std::pair<std::string, std::string>> parameters) {
    for (auto& [name, value] : parameters) {
        name = base::escape_uri_component(name);
        value = base::escape_uri_component(value);
    }
    std::ranges::sort(parameters);
    std::string query;
    for (const auto& [name, value] : parameters) {
        query.append(query.empty() ? "" : "&").append(name).append("=").append(value);
    }
    return query;
}

base::Result<HttpUrl> parse_http_url(std::string_view url) {
    const auto refuse = [](const char* why) { return base::fail(ErrorCode::InvalidArgument, why); };
    const auto scheme_end = url.find("://");
    if (scheme_end == std::string_view::npos || std::ranges::any_of(url, is_control_or_space)) {
        return refuse("the address is not an http or https URL");
    }
    HttpUrl parsed;
    parsed.scheme = lower(url.substr(0, scheme_end));
    if (parsed.scheme != "http" && parsed.scheme != "https") {
        return refuse("the address is not an http or https URL");
    }
    url.remove_prefix(scheme_end + 3);
    const auto authority_end = std::min(url.find_first_of("/?#"), url.size());
    std::string_view authority = url.substr(0, authority_end);
    url.remove_prefix(authority_end);
    if (const auto user_end = authority.rfind('@'); user_end != std::string_view::npos) {
        parsed.has_user = true;
        authority.remove_prefix(user_end + 1);
    }
    parsed.authority = lower(authority);
    if (!has_one_port(parsed.authority)) {
        return refuse("the address has a port that is no number");
    }
    const std::string own_port = parsed.scheme == "http" ? ":80" : ":443";
    if (parsed.authority.ends_with(own_port)) {
        parsed.authority.resize(parsed.authority.size() - own_port.size());
    }
    if (parsed.authority.empty() || parsed.authority.starts_with(':')) {
        return refuse("the address names no host");
    }
    const auto path_end = std::min(url.find_first_of("?#"), url.size());
    parsed.path = path_end == 0 ? "/" : std::string(url.substr(0, path_end));
    parsed.has_query = path_end < url.size();
    return parsed;
}

bool is_bucket_name(std::string_view bucket) {
    constexpr std::size_t kLeast = 3;
    constexpr std::size_t kMost = 63;
    return bucket.size() >= kLeast && bucket.size() <= kMost && bucket.find("..") == std::string_view::npos &&
           std::ranges::all_of(
               bucket, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

base::Result<ObjectName> parse_s3_url(std::string_view url) {
    constexpr std::string_view kScheme = "s3://";
    const auto slash = url.starts_with(kScheme) ? url.find('/', kScheme.size()) : std::string_view::npos;
    if (slash == std::string_view::npos || slash + 1 == url.size() ||
        !is_bucket_name(url.substr(kScheme.size(), slash - kScheme.size()))) {
        return base::fail(ErrorCode::InvalidArgument, "\"" + base::shortened(url, kLongestShown) +
                                                          "\" must be \"s3://\", a bucket, \"/\" and a key");
    }
    return ObjectName{std::string(url.substr(kScheme.size(), slash - kScheme.size())),
                      std::string(url.substr(slash + 1))};
}

} // namespace framehand::s3
