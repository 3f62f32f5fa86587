// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/url.h"

#include <QUrl>
#include <QUrlQuery>

#include <charconv>

namespace framehand::redis {

using base::ErrorCode;
using base::fail;

namespace {

constexpr int kMostDatabases = 1 << 20;

std::optional<int> database_number(std::string_view text) {
    int number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || stop != text.data() + text.size() || number < 0 || number >= kMostDatabases) {
        return std::nullopt;
    }
    return number;
}

std::optional<Url::Transport> transport_of(const QString& scheme) {
    if (scheme == QLatin1String("redis")) {
        return Url::Transport::Tcp;
    }
    if (scheme == QLatin1String("rediss")) {
        return Url::Transport::Tls;
    }
    if (scheme == QLatin1String("unix") || scheme == QLatin1String("redis+socket")) {
        return Url::Transport::Unix;
    }
    return std::nullopt;
}

base::Status read_database(const QUrl& parsed, const std::string& path, Url& url) {
    std::string number = url.transport == Url::Transport::Unix || path.empty() ? "" : path.substr(1);
    const auto parameters = QUrlQuery(parsed).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : parameters) {
        const std::string key = name.toStdString();
        if (key != "db" && key != "virtual_host") {
            return fail(ErrorCode::InvalidArgument, "a Redis URL has no parameter \"" + key + "\"");
        }
        number = value.toStdString();
    }
    if (number.empty()) {
        return {};
    }
    const auto database = database_number(number);
    if (!database) {
        return fail(ErrorCode::InvalidArgument,
                    "the database of a Redis URL must be a number, as in redis://host:6379/2");
    }
    url.database = *database;
    return {};
}

} // namespace

base::Result<Url> parse_url(std::string_view text) {
    const QUrl parsed(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
    if (!parsed.isValid()) {
        return fail(ErrorCode::InvalidArgument,
                    "this is no URL of a Redis server; it looks like redis://host:6379/0, and "
                    "special characters of a password are percent-encoded");
    }
    const auto transport = transport_of(parsed.scheme());
    if (!transport) {
        return fail(ErrorCode::InvalidArgument, "the URL of a Redis server begins with redis://, rediss:// or unix://");
    }
    Url url;
    url.transport = *transport;
    const std::string path = parsed.path(QUrl::FullyDecoded).toStdString();
    if (url.transport == Url::Transport::Unix) {
        if (path.size() < 2 || !parsed.host().isEmpty()) {
            return fail(ErrorCode::InvalidArgument,
                        "a unix:// URL names the socket's full path, as in unix:///run/redis.sock");
        }
        url.socket_path = path;
    } else {
        if (parsed.host().isEmpty()) {
            return fail(ErrorCode::InvalidArgument, "the URL of the Redis server names no host");
        }
        url.host = parsed.host(QUrl::FullyDecoded).toStdString();
        url.port = static_cast<std::uint16_t>(parsed.port(6379));
    }
    url.user = parsed.userName(QUrl::FullyDecoded).toStdString();
    const std::string password = parsed.password(QUrl::FullyDecoded).toStdString();
    if (!password.empty()) {
        url.password = base::Secret(password);
    }
    FH_TRY(read_database(parsed, path, url));
    return url;
}

std::string Url::text() const {
    const std::string number = std::to_string(database);
    if (transport == Transport::Unix) {
        return "unix://" + socket_path + (database == 0 ? "" : "?db=" + number);
    }
    const bool is_ipv6 = host.find(':') != std::string::npos;
    return (transport == Transport::Tls ? "rediss://" : "redis://") + (is_ipv6 ? "[" + host + "]" : host) + ":" +
           std::to_string(port) + "/" + number;
}

} // namespace framehand::redis
