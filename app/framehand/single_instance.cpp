// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/single_instance.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>

#include <system_error>

namespace framehand::desktop {

namespace {

namespace fs = std::filesystem;

constexpr int kPatienceMs = 3'000;

base::Status make_private(const fs::path& folder) {
    std::error_code error;
    const bool made = fs::create_directories(folder, error);
    if (!error && made) {
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    return error ? base::Status(base::fail(base::ErrorCode::IoError, "cannot make the folder " + folder.string(),
                                           error.message()))
                 : base::Status();
}

} // namespace

SingleInstance::SingleInstance() = default;
SingleInstance::~SingleInstance() = default;

base::Result<SingleInstance::Outcome> SingleInstance::claim(const fs::path& folder) {
    FH_TRY(make_private(folder));
    const auto socket = folder / "desktop.sock";
    // A server alone is no guard: a second one takes the place of the first without a word.
    m_lock = std::make_unique<QLockFile>(QString::fromStdString((folder / "desktop.lock").string()));
    m_lock->setStaleLockTime(0); // only a dead process makes a lock stale, never age
    if (m_lock->tryLock()) {
        FH_TRY(listen(socket));
        return Outcome::First;
    }
    const bool taken = m_lock->error() == QLockFile::LockFailedError;
    m_lock.reset();
    if (!taken) {
        return base::fail(base::ErrorCode::PermissionDenied, "cannot lock " + (folder / "desktop.lock").string());
    }
    QLocalSocket other;
    other.connectToServer(QString::fromStdString(socket.string()));
    // It answers by hanging up.
    if (!other.waitForConnected(kPatienceMs) ||
        (other.state() == QLocalSocket::ConnectedState && !other.waitForDisconnected(kPatienceMs))) {
        return base::fail(base::ErrorCode::Unavailable, "framehand runs already, but does not answer");
    }
    return Outcome::Raised;
}

base::Status SingleInstance::listen(const fs::path& socket) {
    const auto name = QString::fromStdString(socket.string());
    QLocalServer::removeServer(name); // of one that was killed
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QObject::connect(m_server.get(), &QLocalServer::newConnection, m_server.get(), [this] {
        while (QLocalSocket* other = m_server->nextPendingConnection()) {
            other->disconnectFromServer();
            other->deleteLater();
            if (on_raise) {
                on_raise();
            }
        }
    });
    if (!m_server->listen(name)) {
        return base::fail(base::ErrorCode::IoError, "cannot listen on " + socket.string(),
                          m_server->errorString().toStdString());
    }
    return {};
}

} // namespace framehand::desktop
