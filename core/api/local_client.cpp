// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/local_client.h"

#include "core/api/json_rpc.h"

#include <QLocalSocket>

#include <algorithm>
#include <utility>

namespace framehand::api {

namespace {

base::SteadyTime now() {
    return base::SystemClock().steady();
}

} // namespace

LocalClient::LocalClient(std::unique_ptr<QLocalSocket> socket) : m_socket(std::move(socket)) {
}

LocalClient::~LocalClient() = default;
LocalClient::LocalClient(LocalClient&&) noexcept = default;
LocalClient& LocalClient::operator=(LocalClient&&) noexcept = default;

base::Result<LocalClient> LocalClient::connect(const std::filesystem::path& path, const ports::PeerIdentity& identity,
                                               base::Duration timeout) {
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(QString::fromStdString(path.string()));
    if (!socket->waitForConnected(static_cast<int>(timeout.count()))) {
        return base::fail(base::ErrorCode::Unavailable, "no daemon listens on " + path.string(),
                          socket->errorString().toStdString());
    }
    if (const auto allowed = identity.check_may_be_told(socket->socketDescriptor()); !allowed) {
        return allowed.error().wrapped("nothing is said to what listens on " + path.string());
    }
    LocalClient client(std::move(socket));
    FH_ASSIGN(const auto hello, client.next_event(timeout));
    if (hello.value("method", base::Json()) != "hello") {
        return base::fail(base::ErrorCode::Unsupported, "what listens on " + path.string() + " is not framehandd");
    }
    const auto params = hello.value("params", base::Json());
    base::JsonReader reader(params, "hello");
    const auto protocol = reader.integer_or("protocol", 0);
    client.m_daemon_version = reader.string_or("version", "");
    if (!reader.status() || protocol != kProtocolVersion) {
        return base::fail(base::ErrorCode::Unsupported,
                          "the daemon speaks version " + std::to_string(protocol) + " of the local API, this program " +
                              std::to_string(kProtocolVersion) + "; use the same version of both");
    }
    return client;
}

base::Result<base::Json> LocalClient::read_message(base::SteadyTime deadline) {
    for (;;) {
        if (const auto end = m_input.find('\n'); end != std::string::npos) {
            const auto line = m_input.substr(0, end);
            m_input.erase(0, end + 1);
            FH_ASSIGN(auto message, base::parse_json(line, "the daemon's message"));
            if (!message.is_object()) {
                return base::fail(base::ErrorCode::CorruptData, "the daemon's message is not an object");
            }
            return message;
        }
        if (m_socket->bytesAvailable() == 0) {
            const auto left = std::max<base::Duration::rep>(0, (deadline - now()).count());
            if (!m_socket->waitForReadyRead(static_cast<int>(left)) && m_socket->bytesAvailable() == 0) {
                return m_socket->state() == QLocalSocket::ConnectedState
                           ? base::fail(base::ErrorCode::Timeout, "the daemon did not answer in time")
                           : base::fail(base::ErrorCode::Unavailable, "the daemon has gone away");
            }
        }
        const QByteArray bytes = m_socket->readAll();
        m_input.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }
}

base::Result<base::Json> LocalClient::call(const std::string& method, const base::Json& params,
                                           base::Duration timeout) {
    const auto deadline = now() + timeout;
    const auto id = m_next_id++;
    const auto line = base::dump_json(make_request(id, method, params)) + "\n";
    m_socket->write(line.data(), static_cast<qint64>(line.size()));
    m_socket->flush();
    for (;;) {
        FH_ASSIGN(auto message, read_message(deadline));
        if (message.contains("method")) {
            m_events.push_back(std::move(message));
            continue;
        }
        if (const auto answered = message.find("id"); answered == message.end() || *answered != id) {
            // An answer without an id concerns a message that could not be read, which is the only one under way.
            if (answered == message.end() || !answered->is_null()) {
                continue;
            }
        }
        if (const auto result = message.find("result"); result != message.end()) {
            return *result;
        }
        return error_of(message);
    }
}

base::Result<base::Json> LocalClient::next_event(base::Duration timeout) {
    const auto deadline = now() + timeout;
    while (m_events.empty()) {
        FH_ASSIGN(auto message, read_message(deadline));
        if (message.contains("method")) {
            m_events.push_back(std::move(message));
        }
    }
    auto event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

} // namespace framehand::api
