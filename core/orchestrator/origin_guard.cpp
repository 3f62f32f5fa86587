// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/origin_guard.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;

namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The host of "host", "host:port", "[v6]" or "[v6]:port"; "" if it is none of these.
std::string host_of(const std::string& authority) {
    std::string host;
    std::string rest;
    if (authority.starts_with('[')) {
        const auto close = authority.find(']');
        if (close == std::string::npos) {
            return {};
        }
        host = authority.substr(0, close + 1);
        rest = authority.substr(close + 1);
    } else {
        const auto colon = authority.find(':');
        host = authority.substr(0, colon);
        rest = colon == std::string::npos ? "" : authority.substr(colon);
    }
    const bool port_fine =
        rest.empty() || (rest.starts_with(':') &&
                         std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c >= '0' && c <= '9'; }));
    const bool host_fine = std::ranges::all_of(host, [](unsigned char c) {
        return std::isalnum(c) != 0 || std::string_view("-._[]:").find(static_cast<char>(c)) != std::string_view::npos;
    });
    return port_fine && host_fine ? host : std::string();
}

/// DNS labels that end in a number are no host names (WHATWG URL), so digits and dots can only be an IPv4 address.
bool is_ip_literal(const std::string& host) {
    return host.starts_with('[') ||
           (!host.empty() && std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }));
}

} // namespace

OriginGuard::OriginGuard(Reach reach, std::vector<std::string> trusted_hosts)
    : m_reach(reach), m_trusted_hosts(std::move(trusted_hosts)) {
    for (auto& host : m_trusted_hosts) {
        host = lower(host);
    }
}

OriginGuard::Reach OriginGuard::reach_of(const std::string& listen_address) {
    return listen_address == "localhost" || listen_address == "::1" || listen_address.starts_with("127.")
               ? Reach::Loopback
               : Reach::Network;
}

bool OriginGuard::trusted(const std::string& host) const {
    return is_ip_literal(host) || host == "localhost" || host.ends_with(".localhost") ||
           std::ranges::find(m_trusted_hosts, host) != m_trusted_hosts.end();
}

base::Status OriginGuard::check(const HttpRequest& request) const {
    const std::string authority = lower(request.header("host"));
    const std::string host = host_of(authority);
    if (host.empty()) {
        return fail(ErrorCode::InvalidArgument, "Host: is missing or malformed");
    }
    if (m_reach == Reach::Loopback && !trusted(host)) {
        return fail(ErrorCode::PermissionDenied, "Host: \"" + host + "\" is not a name of this server");
    }
    const std::string origin = lower(request.header("origin"));
    if (origin.empty()) {
        return {};
    }
    if (!trusted(host) || (origin != "http://" + authority && origin != "https://" + authority)) {
        return fail(ErrorCode::PermissionDenied, "Origin: pages of \"" + origin + "\" may not use this server");
    }
    return {};
}

} // namespace framehand::orchestrator
