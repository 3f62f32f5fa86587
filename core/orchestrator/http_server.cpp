// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/http_server.h"

#include "core/orchestrator/http_session.h"

#include <boost/asio/steady_timer.hpp>

#include <exception>
#include <list>
#include <utility>

namespace framehand::orchestrator {

namespace asio = boost::asio;
using asio::ip::tcp;
using base::ErrorCode;
using base::fail;
using boost::system::error_code;

namespace {

constexpr int kMaxTurnedAway = 64; ///< of those beyond the limit, told so at a time; more are simply closed
constexpr base::Duration kAcceptPause{100};

base::Error listen_error(const error_code& code, const std::string& address, int port) {
    ErrorCode kind = ErrorCode::Unavailable;
    if (code == asio::error::address_in_use) {
        kind = ErrorCode::AlreadyExists;
    } else if (code == asio::error::access_denied) {
        kind = ErrorCode::PermissionDenied;
    }
    return fail(kind, "cannot listen on " + address + " port " + std::to_string(port), code.message());
}

} // namespace

struct HttpServer::Impl {
    struct Ticker {
        asio::steady_timer timer;
        base::Duration interval;
        std::function<void()> tick;
    };

    Impl(HttpLimits limits, base::Logger log) : context{limits, std::move(log), nullptr, {}, {}} {
        context.mailbox = std::make_shared<Mailbox>(io);
    }

    void accept() {
        acceptor.async_accept([this](error_code code, tcp::socket socket) {
            if (code == asio::error::operation_aborted) {
                return;
            }
            if (code) {
                // Out of file descriptors, most likely: asking again at once would only burn the CPU.
                context.log.warning("a connection could not be accepted", {{"cause", code.message()}});
                accept_pause.expires_after(kAcceptPause);
                accept_pause.async_wait([this](error_code waited) {
                    if (!waited) {
                        accept();
                    }
                });
                return;
            }
            admit(std::move(socket));
            accept();
        });
    }

    void admit(tcp::socket socket) {
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        const auto open = context.open.size();
        if (std::cmp_less(open, context.limits.max_connections)) {
            start_session(std::move(socket), context, Admission::Serve);
        } else if (std::cmp_less(open, context.limits.max_connections + kMaxTurnedAway)) {
            start_session(std::move(socket), context, Admission::TurnAway);
        }
    }

    void arm(Ticker& ticker) {
        ticker.timer.expires_after(ticker.interval);
        ticker.timer.async_wait([this, &ticker](error_code code) {
            if (!code) {
                ticker.tick();
                arm(ticker);
            }
        });
    }

    SessionContext context; ///< outlives the sessions, which end with io
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer accept_pause{io};
    std::list<Ticker> tickers; ///< a list, since the timers' handlers refer to its elements
};

HttpServer::HttpServer(HttpLimits limits, base::Logger log) : m_impl(std::make_unique<Impl>(limits, std::move(log))) {
}

HttpServer::~HttpServer() {
    m_impl->context.mailbox->close();
}

base::Result<std::uint16_t> HttpServer::listen(const std::string& address, int port) {
    if (port < 0 || port > 65535) {
        return fail(ErrorCode::InvalidArgument, "listen_port: must be from 0 to 65535");
    }
    error_code code;
    const auto ip = asio::ip::make_address(address == "localhost" ? "127.0.0.1" : address, code);
    if (code) {
        return fail(ErrorCode::InvalidArgument, "listen_address: \"" + address + "\" is not an IP address");
    }
    const tcp::endpoint endpoint(ip, static_cast<std::uint16_t>(port));
    auto& acceptor = m_impl->acceptor;
    acceptor.open(endpoint.protocol(), code);
#ifndef SO_EXCLUSIVEADDRUSE
    // Windows, which has that option, needs none for this, and would let two servers share the port with it.
    if (!code) {
        // Lets a restart take the port while old connections fade out; it does not let two servers share it.
        acceptor.set_option(tcp::acceptor::reuse_address(true), code);
    }
#endif
    if (!code) {
        acceptor.bind(endpoint, code);
    }
    if (!code) {
        acceptor.listen(asio::socket_base::max_listen_connections, code);
    }
    if (!code) {
        const auto bound = acceptor.local_endpoint(code);
        if (!code) {
            return bound.port();
        }
    }
    error_code ignored;
    acceptor.close(ignored);
    return listen_error(code, address, port);
}

void HttpServer::every(base::Duration interval, std::function<void()> tick) {
    m_impl->tickers.push_back({asio::steady_timer(m_impl->io), interval, std::move(tick)});
    m_impl->arm(m_impl->tickers.back());
}

void HttpServer::run(HttpHandler handler) {
    m_impl->context.handler = std::move(handler);
    m_impl->accept();
    for (;;) {
        try {
            m_impl->io.run();
            return;
        } catch (const std::exception& error) {
            m_impl->context.log.error("the server survived an unexpected failure", {{"cause", error.what()}});
        }
    }
}

void HttpServer::stop() {
    m_impl->context.mailbox->post([impl = m_impl.get()] {
        error_code ignored;
        impl->acceptor.close(ignored);
        for (OpenSession* session : impl->context.open) {
            session->cut();
        }
        impl->io.stop();
    });
}

} // namespace framehand::orchestrator
