// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::redis {

/// Where a server is and who asks.
///
///     redis://[user[:password]@]host[:port][/db]      plain, port 6379 where none is named
///     rediss://...                                    the same over TLS; the server's certificate is checked
///     unix:///path/of/the/socket[?db=n]               or redis+socket://, as Celery writes it
///
/// `?db=n` may stand for "/n" everywhere. Special characters of names and passwords are percent-encoded.
struct Url {
    enum class Transport { Tcp, Tls, Unix };

    Transport transport = Transport::Tcp;
    std::string host = "localhost"; ///< without the brackets of IPv6
    std::uint16_t port = 6379;
    std::string socket_path;              ///< of Transport::Unix
    std::string user;                     ///< "" for the server's default user
    std::optional<base::Secret> password; ///< may be kept elsewhere and come later than the rest
    int database = 0;

    /// For people and logs: "redis://host:6379/0". Never user or password.
    [[nodiscard]] std::string text() const;
};

/// InvalidArgument says what is wrong in words of its own: a URL may hold a password, so nothing of it is repeated.
[[nodiscard]] base::Result<Url> parse_url(std::string_view text);

} // namespace framehand::redis
