// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::amqp {

enum class Transport { Plain, Tls };

/// Where a broker is, as its URL says it (RabbitMQ URI specification):
///
///     amqp://user:password@host:port/vhost?heartbeat=20
///     amqps://...?cacertfile=/path/ca.pem
///
/// Left out: guest, guest, port 5672 (amqps: 5671), the virtual host "/". "/" alone as a path is left out too, as
/// pika and Celery take it; the URI specification's virtual host with an empty name cannot be told.
/// User, password, virtual host and host are percent-decoded.
struct Url {
    Transport transport = Transport::Plain;
    std::string host;
    std::uint16_t port = 5672;
    std::string user = "guest";
    base::Secret password{"guest"};
    std::string vhost = "/";
    std::optional<base::Duration> heartbeat; ///< `heartbeat`, whole seconds from 1 to 3600
    std::string ca_file;                     ///< `cacertfile`: whose certificates are trusted; "": the system's

    /// "amqp://host:port": neither user nor password.
    [[nodiscard]] std::string shown() const;
};

/// InvalidArgument says what is wrong, never with a part of the text that could be the password. Query parameters with
/// other names are ignored.
[[nodiscard]] base::Result<Url> parse_url(std::string_view text);

} // namespace framehand::amqp
