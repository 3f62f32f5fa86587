// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/local_server.h"

#include "core/api/json_rpc.h"
#include "core/api/local_connection.h"
#include "core/base/folders.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QTimer>

#include <system_error>
#include <utility>

namespace framehand::api {

namespace {

namespace fs = std::filesystem;

constexpr int kProbeMs = 500;
// sockaddr_un holds 108 bytes; Qt listens under a temporary name beside the path first. Where paths are of wide
// characters the path is the name of a pipe, which may have 256 of them, "\\.\pipe\" too.
constexpr std::size_t kMaxPath = sizeof(fs::path::value_type) == 1 ? 100 : 247;

base::Status make_private(const fs::path& folder) {
    std::error_code error;
    const bool made = base::make_folders(folder, error);
    if (!error && made) {
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    if (error) {
        return base::fail(base::ErrorCode::IoError, "cannot make the folder of the local API: " + folder.string(),
                          error.message());
    }
    return {};
}

} // namespace

LocalServer::LocalServer(const Dispatcher& dispatcher, EventHub& events, const ports::PeerIdentity& identity,
                         std::string version, base::Logger logger)
    : m_dispatcher(dispatcher), m_events(events), m_identity(identity), m_version(std::move(version)),
      m_logger(std::move(logger)) {
}

LocalServer::~LocalServer() {
    m_server.reset();
    while (!m_connections.empty()) {
        auto* socket = m_connections.begin()->first;
        socket->disconnect();
        m_connections.erase(m_connections.begin());
        socket->flush(); // the last answers
        delete socket;
    }
}

base::Status LocalServer::lock(const fs::path& path) {
    m_lock = std::make_unique<QLockFile>(QString::fromStdString(path.string() + ".lock"));
    m_lock->setStaleLockTime(0); // only a dead process makes a lock stale, never age
    if (!m_lock->tryLock()) {
        qint64 pid = 0;
        QString host;
        QString program;
        m_lock->getLockInfo(&pid, &host, &program);
        const bool taken = m_lock->error() == QLockFile::LockFailedError;
        m_lock.reset();
        return taken ? base::fail(base::ErrorCode::AlreadyExists,
                                  "another daemon runs already and listens on " + path.string(),
                                  "process " + std::to_string(pid))
                     : base::fail(base::ErrorCode::PermissionDenied, "cannot lock " + path.string());
    }
    return {};
}

base::Status LocalServer::listen(const fs::path& path) {
    if (path.native().size() > kMaxPath) {
        return base::fail(base::ErrorCode::InvalidArgument, "the path of the local API's socket is longer than " +
                                                                std::to_string(kMaxPath) + " bytes: " + path.string());
    }
    FH_TRY(make_private(path.parent_path()));
    FH_TRY(lock(path));

    // QLocalServer would take the place of a living server without a word.
    const auto name = QString::fromStdString(path.string());
    QLocalSocket probe;
    probe.connectToServer(name);
    if (probe.waitForConnected(kProbeMs)) {
        return base::fail(base::ErrorCode::AlreadyExists, "another program listens on " + path.string());
    }
    QLocalServer::removeServer(name);

    FH_ASSIGN(m_guard, m_identity.guard(path));
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption); // where there is a guard, that one decides
    m_server->setMaxPendingConnections(kMaxClients);
    QObject::connect(m_server.get(), &QLocalServer::newConnection, m_server.get(), [this] { accept(); });
    if (!m_server->listen(name)) {
        return base::fail(base::ErrorCode::IoError, "cannot listen on " + path.string(),
                          m_server->errorString().toStdString());
    }
    return {};
}

void LocalServer::accept() {
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        socket->setParent(nullptr);
        if (m_connections.size() >= kMaxClients) {
            m_logger.warning("a client of the local API is refused", {{"error", "too many clients of the local API"}});
        } else if (!m_identity.knows_silent_peers() || lets_in(*socket)) {
            greet(socket);
            continue;
        }
        socket->abort();
        socket->deleteLater();
    }
}

bool LocalServer::lets_in(QLocalSocket& socket) {
    const auto allowed = m_identity.check_may_control(socket.socketDescriptor());
    if (!allowed) {
        m_logger.warning("a client of the local API is refused", {{"error", allowed.error().text()}});
    }
    return allowed.has_value();
}

void LocalServer::greet(QLocalSocket* socket) {
    auto connection = std::make_unique<LocalConnection>(*socket, m_dispatcher, m_events);
    auto* client = connection.get();
    m_connections.emplace(socket, std::move(connection));
    QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket] { read(socket); });
    QObject::connect(
        socket, &QLocalSocket::disconnected, m_server.get(), [this, socket] { drop(socket); }, Qt::QueuedConnection);
    if (!m_identity.knows_silent_peers()) {
        m_unknown.insert(socket);
        QTimer::singleShot(kFirstWord, socket, [this, socket] {
            if (m_unknown.contains(socket)) {
                socket->abort();
            }
        });
    }
    client->send(base::dump_json(make_notification(
        "hello", {{"protocol", kProtocolVersion}, {"program", "framehandd"}, {"version", m_version}})));
    read(socket); // what came before the signal was connected
}

void LocalServer::read(QLocalSocket* socket) {
    const auto client = m_connections.find(socket);
    if (client == m_connections.end() || socket->bytesAvailable() == 0) {
        return;
    }
    if (m_unknown.erase(socket) > 0 && !lets_in(*socket)) {
        drop(socket);
        socket->abort();
        return;
    }
    client->second->read();
}

void LocalServer::drop(QLocalSocket* socket) {
    m_unknown.erase(socket);
    if (m_connections.erase(socket) > 0) {
        socket->disconnect();
        socket->deleteLater();
    }
}

} // namespace framehand::api
