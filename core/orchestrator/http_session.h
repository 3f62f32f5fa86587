// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// <utility> has to come before Asio 1.74 with GCC 12 in C++20 mode.
#include "core/base/log.h"
#include "core/orchestrator/http_server.h"
#include "core/orchestrator/mailbox.h"

#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <set>
#include <utility>

namespace framehand::orchestrator {

/// A connection as the server sees it.
class OpenSession {
public:
    virtual ~OpenSession() = default;
    /// Cuts the connection at once.
    virtual void cut() = 0;
};

/// What all sessions of a server share. Outlives them; belongs to the server's thread.
struct SessionContext {
    HttpLimits limits;
    base::Logger log;
    std::shared_ptr<Mailbox> mailbox;
    HttpHandler handler;
    std::set<OpenSession*> open; ///< sessions that live now; they come and go by themselves
};

enum class Admission {
    Serve,
    TurnAway, ///< say 503 and close
};

/// Serves one connection until either side closes it. The session owns itself.
void start_session(boost::asio::ip::tcp::socket socket, SessionContext& context, Admission admission);

} // namespace framehand::orchestrator
