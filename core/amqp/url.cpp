// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/url.h"

#include "core/base/text.h"

#include <charconv>
#include <utility>

namespace framehand::amqp {

namespace {

base::Error wrong(const std::string& what) {
    return base::fail(base::ErrorCode::InvalidArgument, "the address of the broker " + what);
}

base::Result<std::string> decoded(std::string_view text, const std::string& part) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        unsigned value = 0;
        const auto* end = text.data() + std::min(i + 3, text.size());
        const auto [stop, error] = std::from_chars(text.data() + i + 1, end, value, 16);
        if (error != std::errc{} || stop != text.data() + i + 3) {
            return wrong("has a broken %-escape in its " + part);
        }
        plain += static_cast<char>(value);
        i += 2;
    }
    return plain;
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

base::Status read_credentials(std::string_view text, Url& url) {
    const auto colon = text.find(':');
    FH_ASSIGN(url.user, decoded(text.substr(0, colon), "user"));
    if (colon != std::string_view::npos) {
        FH_ASSIGN(auto password, decoded(text.substr(colon + 1), "password"));
        url.password = base::Secret(std::move(password));
    }
    return {};
}

base::Status read_host(std::string_view text, Url& url) {
    auto port = std::string_view{};
    if (text.starts_with('[')) { // an IPv6 address
        const auto end = text.find(']');
        if (end == std::string_view::npos) {
            return wrong("has no ']' behind its IPv6 address");
        }
        url.host = std::string(text.substr(1, end - 1));
        port = text.substr(end + 1);
    } else {
        const auto colon = text.find(':');
        FH_ASSIGN(url.host, decoded(text.substr(0, colon), "host"));
        port = colon == std::string_view::npos ? std::string_view{} : text.substr(colon);
    }
    if (url.host.empty()) {
        return wrong("names no host");
    }
    if (port.empty()) {
        return {};
    }
    const auto number = port.starts_with(':') ? whole_number(port.substr(1)) : std::nullopt;
    if (!number || *number < 1 || *number > 65535) {
        return wrong("has a port that is not from 1 to 65535");
    }
    url.port = static_cast<std::uint16_t>(*number);
    return {};
}

base::Status read_query(std::string_view text, Url& url) {
    for (const auto& pair : base::split(text, '&')) {
        const auto equals = pair.find('=');
        const auto name = pair.substr(0, equals);
        FH_ASSIGN(const auto value,
                  decoded(equals == std::string::npos ? std::string_view{} : std::string_view(pair).substr(equals + 1),
                          "parameters"));
        if (name == "cacertfile") {
            url.ca_file = value;
        } else if (name == "heartbeat") {
            const auto seconds = whole_number(value);
            if (!seconds || *seconds < 1 || *seconds > 3600) {
                return wrong("has a heartbeat that is not from 1 to 3600 seconds");
            }
            url.heartbeat = base::Duration{1000LL * *seconds};
        }
    }
    return {};
}

} // namespace

std::string Url::shown() const {
    const auto bracketed = host.find(':') == std::string::npos ? host : "[" + host + "]";
    return (transport == Transport::Tls ? "amqps://" : "amqp://") + bracketed + ":" + std::to_string(port);
}

base::Result<Url> parse_url(std::string_view text) {
    Url url;
    if (text.starts_with("amqps://")) {
        url.transport = Transport::Tls;
        url.port = 5671;
    } else if (!text.starts_with("amqp://")) {
        return wrong("must begin with amqp:// or amqps://");
    }
    text.remove_prefix(text.find("//") + 2);
    if (const auto mark = text.find('?'); mark != std::string_view::npos) {
        FH_TRY(read_query(text.substr(mark + 1), url));
        text = text.substr(0, mark);
    }
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        if (slash + 1 < text.size()) {
            FH_ASSIGN(url.vhost, decoded(text.substr(slash + 1), "virtual host"));
        }
        text = text.substr(0, slash);
    }
    if (const auto at = text.rfind('@'); at != std::string_view::npos) {
        FH_TRY(read_credentials(text.substr(0, at), url));
        text = text.substr(at + 1);
    }
    FH_TRY(read_host(text, url));
    return url;
}

} // namespace framehand::amqp
