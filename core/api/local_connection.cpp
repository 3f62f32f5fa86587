// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/local_connection.h"

#include "core/api/json_rpc.h"

#include <QLocalSocket>

#include <utility>

namespace framehand::api {

LocalConnection::LocalConnection(QLocalSocket& socket, const Dispatcher& dispatcher, EventHub& events)
    : m_socket(socket), m_dispatcher(dispatcher), m_events(events) {
}

void LocalConnection::read() {
    while (m_socket.bytesAvailable() > 0) {
        const QByteArray bytes = m_socket.read(64 * 1024);
        if (bytes.isEmpty()) {
            return;
        }
        m_input.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        for (auto end = m_input.find('\n'); end != std::string::npos; end = m_input.find('\n')) {
            const auto line = m_input.substr(0, end);
            m_input.erase(0, end + 1);
            if (line.size() > kMaxLineBytes) {
                break;
            }
            m_dispatcher.handle(line, *this, [this, alive = std::weak_ptr<char>(m_alive)](const std::string& answer) {
                if (!alive.expired() && m_socket.state() == QLocalSocket::ConnectedState) {
                    send(answer);
                }
            });
        }
        if (m_input.size() > kMaxLineBytes) {
            send(base::dump_json(make_error(nullptr, RpcErrorCode::InvalidRequest, "a line is longer than 1 MiB")));
            m_input = {};
            m_socket.disconnectFromServer(); // after what was sent
            return;
        }
    }
}

void LocalConnection::send(std::string_view line) {
    m_socket.write(line.data(), static_cast<qint64>(line.size()));
    m_socket.write("\n", 1);
}

void LocalConnection::subscribe() {
    m_subscription = m_events.subscribe([this](const EventHub::Event& event) { take(event); });
}

void LocalConnection::take(const EventHub::Event& event) {
    const auto waiting = m_socket.bytesToWrite();
    if (event.kind == EventKind::Progress && waiting > kSlowBytes) {
        return;
    }
    if (waiting > kDeadBytes) {
        m_subscription.reset();
        m_socket.abort();
        return;
    }
    const bool progress = event.kind == EventKind::Progress;
    send(base::dump_json(make_notification(progress ? "state.progress" : "state.changed",
                                           {{"seq", event.sequence}, {"state", event.state}})));
}

} // namespace framehand::api
