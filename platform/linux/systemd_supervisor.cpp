// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/systemd_supervisor.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

namespace framehand::platform {

namespace {

std::string value(const std::map<std::string, std::string>& environment, const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
}

std::optional<std::int64_t> number(const std::string& text) {
    std::int64_t parsed = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, parsed);
    return error == std::errc() && stop == end ? std::optional(parsed) : std::nullopt;
}

/// "" for what is no address of a local socket.
std::string socket_address(std::string name) {
    if (name.size() < 2 || name.size() >= sizeof(sockaddr_un::sun_path) || (name[0] != '/' && name[0] != '@')) {
        return {};
    }
    if (name[0] == '@') {
        name[0] = '\0';
    }
    return name;
}

} // namespace

SystemdSupervisor::SystemdSupervisor(const std::map<std::string, std::string>& environment, std::int64_t process_id)
    : m_address(socket_address(value(environment, "NOTIFY_SOCKET"))) {
    if (m_address.empty()) {
        return;
    }
    m_socket = Descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const auto time = number(value(environment, "WATCHDOG_USEC"));
    const auto whom = value(environment, "WATCHDOG_PID");
    if (time && *time > 0 && (whom.empty() || number(whom) == process_id)) {
        m_patience = std::chrono::duration_cast<base::Duration>(std::chrono::microseconds(*time));
    }
}

void SystemdSupervisor::ready() {
    send("READY=1");
}

void SystemdSupervisor::stopping() {
    send("STOPPING=1");
}

void SystemdSupervisor::say(std::string_view sentence) {
    std::string line = "STATUS=" + std::string(sentence);
    std::ranges::replace(line, '\n', ' '); // a line is a message of its own
    send(line);
}

void SystemdSupervisor::alive() {
    send("WATCHDOG=1");
}

void SystemdSupervisor::send(std::string_view message) const {
    if (!m_socket) {
        return;
    }
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, m_address.data(), m_address.size());
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + m_address.size());
    // Who does not listen is told again later, or has given up.
    (void)::sendto(m_socket.get(), message.data(), message.size(), MSG_NOSIGNAL,
                   reinterpret_cast<const sockaddr*>(&address), length);
}

} // namespace framehand::platform
