// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/live_client.h"

#include "core/api/json_rpc.h"

#include <QLocalSocket>

#include <algorithm>
#include <utility>

namespace framehand::api {

using base::Error;
using base::ErrorCode;
using base::Json;

LiveClient::LiveClient(std::filesystem::path socket, ports::Timers& timers, const ports::PeerIdentity& identity)
    : m_path(std::move(socket)), m_timers(timers), m_identity(identity),
      m_problem(base::fail(ErrorCode::Unavailable, "not connected yet")) {
}

LiveClient::~LiveClient() {
    if (m_socket != nullptr) {
        m_socket->disconnect();
    }
}

void LiveClient::start() {
    connect();
}

void LiveClient::retry_now() {
    if (m_socket == nullptr) {
        m_delay = kFirstRetry;
        connect();
    }
}

void LiveClient::connect() {
    m_input.clear();
    m_socket = std::make_unique<QLocalSocket>();
    auto* socket = m_socket.get();
    QObject::connect(socket, &QLocalSocket::connected, socket, [this] { connected(); });
    QObject::connect(socket, &QLocalSocket::readyRead, socket, [this] { read(); });
    QObject::connect(socket, &QLocalSocket::disconnected, socket,
                     [this] { lose(base::fail(ErrorCode::Unavailable, "the daemon has gone away")); });
    QObject::connect(socket, &QLocalSocket::errorOccurred, socket,
                     [this, socket](QLocalSocket::LocalSocketError error) {
                         if (error != QLocalSocket::PeerClosedError) { // of which `disconnected` tells
                             lose(base::fail(ErrorCode::Unavailable, "no daemon listens on " + m_path.string(),
                                             socket->errorString().toStdString()));
                         }
                     });
    m_timer = m_timers.after(
        kPatience, [this] { lose(base::fail(ErrorCode::Timeout, "the daemon at " + m_path.string() + " is silent")); });
    socket->connectToServer(QString::fromStdString(m_path.string()));
}

void LiveClient::connected() {
    if (const auto allowed = m_identity.check_may_be_told(m_socket->socketDescriptor()); !allowed) {
        lose(allowed.error().wrapped("nothing is said to what listens on " + m_path.string()));
    }
}

void LiveClient::read() {
    const auto* const socket = m_socket.get();
    const QByteArray bytes = m_socket->readAll();
    m_input.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    for (auto end = m_input.find('\n'); end != std::string::npos; end = m_input.find('\n')) {
        const auto line = m_input.substr(0, end);
        m_input.erase(0, end + 1);
        const auto message = base::parse_json(line, "the daemon's message");
        if (!message || !message->is_object()) {
            lose(base::fail(ErrorCode::CorruptData, "what listens on " + m_path.string() + " is not framehandd"));
            return;
        }
        take(*message);
        if (m_socket.get() != socket) {
            return; // lost, by what the message said
        }
    }
    if (m_input.size() > kMaxLineBytes) {
        lose(base::fail(ErrorCode::CorruptData, "a message of the daemon is longer than 1 MiB"));
    }
}

void LiveClient::take(const Json& message) {
    const auto method = message.find("method");
    if (method == message.end()) {
        answered(message);
        return;
    }
    if (*method == "hello") {
        greeted(message);
        return;
    }
    const auto params = message.find("params");
    if (m_state && params != message.end() && params->is_object() && params->contains("state")) {
        set_state((*params)["state"]);
    }
}

void LiveClient::greeted(const Json& message) {
    const auto params = message.value("params", Json());
    base::JsonReader reader(params, "hello");
    const auto protocol = reader.integer_or("protocol", 0);
    if (!reader.status() || protocol != kProtocolVersion) {
        lose(base::fail(ErrorCode::Unsupported,
                        "the daemon speaks version " + std::to_string(protocol) + " of the local API, this program " +
                            std::to_string(kProtocolVersion) + "; use the same version of both"));
        return;
    }
    m_timer.reset();
    send("state.subscribe", Json::object(), [this](const base::Result<Json>& result) {
        if (!result && m_socket == nullptr) {
            return; // lost, which is where this comes from
        }
        if (!result || !result->is_object() || !result->contains("state")) {
            lose(result ? base::fail(ErrorCode::CorruptData, "the daemon tells no state") : result.error());
            return;
        }
        m_delay = kFirstRetry;
        set_state((*result)["state"]);
    });
}

void LiveClient::answered(const Json& message) {
    const auto id = message.find("id");
    if (id == message.end() || !id->is_number_integer()) {
        return;
    }
    auto pending = m_pending.extract(id->get<std::int64_t>());
    if (pending.empty()) {
        return;
    }
    const auto result = message.find("result");
    pending.mapped().answer(result != message.end() ? base::Result<Json>(*result)
                                                    : base::Result<Json>(error_of(message)));
}

void LiveClient::set_state(Json state) {
    m_state = std::move(state);
    changed();
}

void LiveClient::lose(Error problem) {
    if (m_socket != nullptr) {
        m_socket->disconnect(); // its signals: it may be the one that calls
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
    m_state.reset();
    m_problem = std::move(problem);
    m_timer = m_timers.after(m_delay, [this] { connect(); });
    m_delay = std::min(m_delay * 2, kLastRetry);
    const auto pending = std::exchange(m_pending, {});
    for (const auto& [id, call] : pending) {
        call.answer(base::fail(ErrorCode::Unavailable, "the daemon has gone away"));
    }
    changed();
}

void LiveClient::call(const std::string& method, Json params, Answer answer) {
    if (!m_state) {
        answer(m_problem);
        return;
    }
    send(method, std::move(params), std::move(answer));
}

void LiveClient::call_patiently(const std::string& method, Json params, base::Duration patience, Answer answer) {
    if (!m_state) {
        answer(m_problem);
        return;
    }
    send(method, std::move(params), std::move(answer), patience,
         [this, method](std::int64_t id) { give_up(id, method); });
}

void LiveClient::give_up(std::int64_t id, const std::string& method) {
    auto pending = m_pending.extract(id);
    pending.mapped().answer(
        base::fail(ErrorCode::Timeout, "the daemon at " + m_path.string() + " has not finished " + method));
}

void LiveClient::send(const std::string& method, Json params, Answer answer) {
    send(method, std::move(params), std::move(answer), kPatience, [this](std::int64_t) {
        lose(base::fail(ErrorCode::Timeout, "the daemon at " + m_path.string() + " is silent"));
    });
}

void LiveClient::send(const std::string& method, Json params, Answer answer, base::Duration patience,
                      std::function<void(std::int64_t id)> on_timeout) {
    const auto id = m_next_id++;
    auto deadline = m_timers.after(patience, [id, on_timeout = std::move(on_timeout)] { on_timeout(id); });
    m_pending.emplace(id, Pending{std::move(answer), std::move(deadline)});
    const auto line = base::dump_json(make_request(id, method, std::move(params))) + "\n";
    m_socket->write(line.data(), static_cast<qint64>(line.size()));
}

void LiveClient::changed() const {
    if (on_change) {
        on_change();
    }
}

} // namespace framehand::api
