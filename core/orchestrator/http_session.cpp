// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/http_session.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <exception>
#include <optional>

namespace framehand::orchestrator {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr std::size_t kBufferBytes = 64 * 1024;
constexpr std::size_t kSmallRead = 4 * 1024;
constexpr base::Duration kLingerTimeout{1'000};

std::string to_std(beast::string_view text) {
    return {text.data(), text.size()};
}

HttpRequest to_request(const http::request<http::string_body>& message) {
    HttpRequest request;
    request.method = to_std(message.method_string());
    request.target = to_std(message.target());
    for (const auto& field : message) {
        std::string name = to_std(field.name_string());
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const auto [place, is_new] = request.headers.try_emplace(std::move(name), to_std(field.value()));
        if (!is_new) {
            place->second += ", " + to_std(field.value());
        }
    }
    request.body = message.body();
    return request;
}

/// The answer to a request that could not be read, or nothing if the connection is simply over.
std::optional<HttpResponse> answer_to(const error_code& code) {
    if (code == http::error::header_limit || code == http::error::buffer_overflow) {
        return error_response(431, "headers_too_large", "the request's headers are too large");
    }
    if (code == http::error::body_limit) {
        return error_response(413, "body_too_large", "the request's body is too large");
    }
    const bool over = code == http::error::end_of_stream || code == http::error::partial_message;
    if (code.category() == make_error_code(http::error::end_of_stream).category() && !over) {
        return error_response(400, "bad_request", "not a valid HTTP request: " + code.message());
    }
    return std::nullopt;
}

/// One connection. A shared_ptr in each pending operation keeps it alive; when none is pending it is gone.
class HttpSession final : public OpenSession, public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(asio::ip::tcp::socket socket, SessionContext& context)
        : m_context(context), m_stream(std::move(socket)), m_timer(m_stream.get_executor()),
          m_buffer(std::max(context.limits.header_bytes, kBufferBytes)) {
        m_context.open.insert(this);
    }

    ~HttpSession() override { m_context.open.erase(this); }

    HttpSession(const HttpSession&) = delete;
    HttpSession& operator=(const HttpSession&) = delete;

    void cut() override {
        m_timer.cancel();
        m_stream.close();
    }

    void wait_for_request() {
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(m_context.limits.header_bytes));
        m_parser->body_limit(m_context.limits.body_bytes);
        if (m_buffer.size() > 0) {
            read_header();
            return;
        }
        m_buffer.shrink_to_fit();
        m_stream.expires_after(m_context.limits.idle_timeout);
        m_stream.async_read_some(m_buffer.prepare(kSmallRead),
                                 [self = shared_from_this()](error_code code, std::size_t bytes) {
                                     if (!code) {
                                         self->m_buffer.commit(bytes);
                                         self->read_header();
                                     }
                                 });
    }

    void turn_away() {
        m_keep_alive = false;
        send(error_response(503, "unavailable", "too many connections; try again later"), 11, Part::All);
    }

private:
    enum class Part { All, HeaderOnly };

    void read_header() {
        // One deadline for all of it: a client that sends a byte now and then gains nothing.
        m_stream.expires_after(m_context.limits.header_timeout);
        http::async_read_header(m_stream, m_buffer, *m_parser,
                                [self = shared_from_this()](error_code code, std::size_t) { self->header_read(code); });
    }

    void header_read(const error_code& code) {
        if (code) {
            reading_failed(code);
            return;
        }
        m_stream.expires_after(m_context.limits.body_timeout);
        if (m_parser->is_done()) {
            handle();
            return;
        }
        if (const auto length = m_parser->content_length(); length && *length > kSmallRead) {
            // Beast otherwise reads 512 bytes at a time.
            m_buffer.reserve(std::min<std::size_t>(*length, kBufferBytes));
        }
        if (beast::iequals(m_parser->get()[http::field::expect], "100-continue")) {
            static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
            asio::async_write(m_stream, asio::buffer(kContinue),
                              [self = shared_from_this()](error_code write_code, std::size_t) {
                                  if (!write_code) {
                                      self->read_body();
                                  }
                              });
            return;
        }
        read_body();
    }

    void read_body() {
        http::async_read(m_stream, m_buffer, *m_parser, [self = shared_from_this()](error_code code, std::size_t) {
            if (code) {
                self->reading_failed(code);
            } else {
                self->handle();
            }
        });
    }

    void reading_failed(const error_code& code) {
        if (auto answer = answer_to(code)) {
            m_keep_alive = false;
            send(std::move(*answer), 11, Part::All);
        }
    }

    void handle() {
        const auto& message = m_parser->get();
        m_keep_alive = message.keep_alive();
        m_stream.expires_never();
        const HttpRequest request = to_request(message);

        const std::uint64_t serial = ++m_serial;
        const auto answered = std::make_shared<std::atomic<bool>>(false);
        const Respond respond = [mailbox = m_context.mailbox, weak = weak_from_this(), serial,
                                 answered](const HttpResponse& response) {
            if (answered->exchange(true)) {
                return;
            }
            // The session may only be touched, and perhaps die, on the server's thread.
            mailbox->post([weak, serial, response] {
                if (const auto self = weak.lock()) {
                    self->answer(serial, response);
                }
            });
        };
        // Besides its purpose this is what keeps the session alive until the answer comes.
        m_timer.expires_after(m_context.limits.handler_timeout);
        m_timer.async_wait([self = shared_from_this(), serial](error_code code) {
            if (!code) {
                self->answer(serial, error_response(504, "timeout", "the answer took too long"));
            }
        });
        try {
            m_context.handler(request, respond);
        } catch (const std::exception& error) {
            m_context.log.error("a request could not be handled",
                                {{"target", request.target}, {"cause", error.what()}});
            respond(error_response(500, "internal", "the request could not be handled"));
        }
    }

    void answer(std::uint64_t serial, HttpResponse response) {
        if (serial != m_serial || m_answered == serial) {
            return;
        }
        m_answered = serial;
        m_timer.cancel();
        const auto& message = m_parser->get();
        m_context.log.debug("request", {{"method", to_std(message.method_string())},
                                        {"target", to_std(message.target())},
                                        {"status", std::to_string(response.status)}});
        send(std::move(response), message.version(),
             message.method() == http::verb::head ? Part::HeaderOnly : Part::All);
    }

    void send(HttpResponse response, unsigned version, Part part) {
        m_response.emplace(static_cast<http::status>(response.status), version);
        m_response->set(http::field::content_type, "application/json");
        m_response->set(http::field::cache_control, "no-store");
        m_response->set("X-Content-Type-Options", "nosniff");
        for (const auto& [name, value] : response.headers) {
            m_response->set(name, value);
        }
        m_response->body() = base::dump_json(response.body) + "\n";
        m_response->keep_alive(m_keep_alive);
        m_response->prepare_payload();
        m_serializer.emplace(*m_response);
        m_stream.expires_after(m_context.limits.write_timeout);
        auto sent = [self = shared_from_this()](error_code code, std::size_t) { self->response_sent(code); };
        if (part == Part::HeaderOnly) {
            m_serializer->split(true);
            http::async_write_header(m_stream, *m_serializer, std::move(sent));
        } else {
            http::async_write(m_stream, *m_serializer, std::move(sent));
        }
    }

    void response_sent(const error_code& code) {
        m_serializer.reset();
        m_response.reset();
        if (code) {
            return;
        }
        if (m_keep_alive) {
            wait_for_request();
            return;
        }
        error_code ignored;
        m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        m_stream.expires_after(kLingerTimeout);
        drain();
    }

    /// Reads what the client still sends, for a moment: closing before would reset the connection, and the client might
    /// never see the answer.
    void drain() {
        m_stream.async_read_some(asio::buffer(m_scrap), [self = shared_from_this()](error_code code, std::size_t) {
            if (!code) {
                self->drain();
            }
        });
    }

    SessionContext& m_context;
    beast::tcp_stream m_stream;
    asio::steady_timer m_timer;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    std::optional<http::response<http::string_body>> m_response;
    std::optional<http::response_serializer<http::string_body>> m_serializer;
    std::array<char, 1024> m_scrap{};
    std::uint64_t m_serial = 0;   ///< of the request that is being handled
    std::uint64_t m_answered = 0; ///< serial of the last request that was answered
    bool m_keep_alive = true;
};

} // namespace

void start_session(asio::ip::tcp::socket socket, SessionContext& context, Admission admission) {
    const auto session = std::make_shared<HttpSession>(std::move(socket), context);
    if (admission == Admission::Serve) {
        session->wait_for_request();
    } else {
        session->turn_away();
    }
}

} // namespace framehand::orchestrator
