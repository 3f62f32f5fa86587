// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/raw_connection.h"

#include "core/base/text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace framehand::test {

namespace {

constexpr std::chrono::milliseconds kDeadline{10'000};

} // namespace

base::Json RawResponse::json() const {
    const auto parsed = base::parse_json(body, "response");
    return parsed ? *parsed : base::Json();
}

RawConnection::RawConnection(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (m_socket < 0 || ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
    }
}

RawConnection::~RawConnection() {
    ::close(m_socket);
}

bool RawConnection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawConnection::readable_within(std::chrono::milliseconds time) {
    pollfd poll{m_socket, POLLIN, 0};
    return ::poll(&poll, 1, static_cast<int>(time.count())) > 0;
}

bool RawConnection::fill() {
    std::array<char, 16384> bytes{};
    if (!readable_within(kDeadline)) {
        throw std::runtime_error("the server did not answer in time");
    }
    const auto count = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
        return false;
    }
    m_received.append(bytes.data(), static_cast<std::size_t>(count));
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
