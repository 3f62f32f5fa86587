// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/raw_connection.h"

#include "core/base/text.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

namespace framehand::test {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::milliseconds kDeadline{10'000};

} // namespace

base::Json RawResponse::json() const {
    const auto parsed = base::parse_json(body, "response");
    return parsed ? *parsed : base::Json();
}

struct RawConnection::Socket {
    asio::io_context context;
    asio::ip::tcp::socket socket{context};
};

RawConnection::RawConnection(std::uint16_t port) : m_socket(std::make_unique<Socket>()) {
    boost::system::error_code error;
    m_socket->socket.connect({asio::ip::address_v4::loopback(), port}, error);
    if (error) {
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
    }
}

RawConnection::~RawConnection() = default;

bool RawConnection::send(std::string_view bytes) {
    boost::system::error_code error;
    asio::write(m_socket->socket, asio::buffer(bytes), error);
    return !error;
}

bool RawConnection::readable_within(std::chrono::milliseconds time) {
    bool readable = false;
    const auto told = [&readable](const boost::system::error_code& error) { readable = !error; };
    m_socket->socket.async_wait(asio::ip::tcp::socket::wait_read, told);
    m_socket->context.restart();
    if (m_socket->context.run_for(time) == 0) {
        m_socket->socket.cancel();
        m_socket->context.run(); // which tells it of the end
    }
    return readable;
}

bool RawConnection::fill() {
    std::array<char, 16384> bytes{};
    if (!readable_within(kDeadline)) {
        throw std::runtime_error("the server did not answer in time");
    }
    boost::system::error_code error;
    const auto count = m_socket->socket.read_some(asio::buffer(bytes), error);
    if (error) {
        return false;
    }
    m_received.append(bytes.data(), count);
    return true;
}

std::optional<RawResponse> RawConnection::read_response(Body body) {
    std::size_t end = 0;
    while ((end = m_received.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) {
            return std::nullopt;
        }
    }
    RawResponse response;
    const auto lines = base::split(m_received.substr(0, end), '\n');
    response.status = std::stoi(lines.front().substr(lines.front().find(' ') + 1));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].find(':');
        std::string name = lines[i].substr(0, colon);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        response.headers[name] = base::trim(lines[i].substr(colon + 1));
    }
    m_received.erase(0, end + 4);
    const auto length = response.headers.find("content-length");
    if (body == Body::ByLength && length != response.headers.end()) {
        const auto bytes = std::stoul(length->second);
        while (m_received.size() < bytes) {
            if (!fill()) {
                return std::nullopt;
            }
        }
        response.body = m_received.substr(0, bytes);
        m_received.erase(0, bytes);
    }
    return response;
}

std::optional<RawResponse> RawConnection::response() {
    return read_response(Body::ByLength);
}

std::optional<RawResponse> RawConnection::head_response() {
    return read_response(Body::None);
}

bool RawConnection::closed_by_peer() {
    return m_received.empty() && !fill();
}

std::optional<RawResponse> RawConnection::call(std::string_view method, std::string_view target, std::string_view body,
                                               std::string_view more_headers) {
    std::string request = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
                          std::string(more_headers);
    if (!body.empty()) {
        request += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    }
    if (!send(request + "\r\n" + std::string(body))) {
        return std::nullopt;
    }
    return response();
}

} // namespace framehand::test
