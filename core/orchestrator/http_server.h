// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/orchestrator/http_types.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace framehand::orchestrator {

/// What one client may cost.
struct HttpLimits {
    std::size_t header_bytes = 16 * 1024;  ///< request line and headers; more is answered 431
    std::size_t body_bytes = 1024 * 1024;  ///< more is answered 413
    base::Duration header_timeout{10'000}; ///< from the first byte to the end of the headers, however slowly they drip
    base::Duration body_timeout{30'000};   ///< for the whole body
    base::Duration idle_timeout{30'000};   ///< without a request
    base::Duration write_timeout{30'000};  ///< for the client to take an answer
    base::Duration handler_timeout{120'000}; ///< for a handler that answers later; then 504
    int max_connections = 512;               ///< more are answered 503
};

/// An HTTP/1.1 server with an event loop of its own: keep-alive, pipelining, strict parsing (what could smuggle a
/// second request is answered 400). Slow, silent and greedy clients cost only themselves.
///
/// listen(), every() and run() belong to one thread, the server's, on which handlers and ticks are called too. stop()
/// may be called from any. Destroy it when run() has returned.
class HttpServer {
public:
    HttpServer(HttpLimits limits, base::Logger log);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Binds; port 0 takes a free one. Returns the port that is bound. `address` is an IP address or "localhost".
    /// AlreadyExists if the port is taken, PermissionDenied, InvalidArgument for an address that is none: the message
    /// names address and port.
    [[nodiscard]] base::Result<std::uint16_t> listen(const std::string& address, int port);

    /// Calls `tick` again and again while the server runs.
    void every(base::Duration interval, std::function<void()> tick);

    /// Serves until stop().
    void run(HttpHandler handler);

    /// Makes run() return soon; answers that are under way are cut off. Works before run() too. Idempotent.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace framehand::orchestrator
