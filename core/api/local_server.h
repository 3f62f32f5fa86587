// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/dispatcher.h"
#include "core/api/event_hub.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/ports/peer_identity.h"

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace framehand::api {

class LocalConnection;

/// The local API on a Unix socket (a named pipe on Windows): JSON-RPC 2.0, one message a line of at most 1 MiB, both
/// ways. A client is greeted with a `hello` notification {protocol, program, version}; after `state.subscribe` it gets
/// `state.changed` and `state.progress` notifications {seq, state}. A client that is slow to read loses progress
/// events, never state events; one that does not read at all is cut off.
///
/// Only those may talk to it whom `identity` lets in: the folder is made private (0700), the place is guarded where a
/// folder does not do that, and each peer is asked for its identity before it is answered. One thread, which runs a Qt
/// event loop.
class LocalServer {
public:
    static constexpr int kMaxClients = 64;
    /// Where a peer is known by its first word only, for so long it may be silent.
    static constexpr base::Duration kFirstWord{10'000};

    /// The references must outlive this. `version` is the program's.
    LocalServer(const Dispatcher& dispatcher, EventHub& events, const ports::PeerIdentity& identity,
                std::string version, base::Logger logger);
    ~LocalServer();
    LocalServer(const LocalServer&) = delete;
    LocalServer& operator=(const LocalServer&) = delete;

    /// Makes the folder if it is missing, and removes the socket of a daemon that was killed. AlreadyExists if another
    /// daemon listens there, or somebody has taken the place; InvalidArgument for a path that is too long for a socket.
    [[nodiscard]] base::Status listen(const std::filesystem::path& path);

private:
    [[nodiscard]] base::Status lock(const std::filesystem::path& path);
    void accept();
    void greet(QLocalSocket* socket);
    [[nodiscard]] bool lets_in(QLocalSocket& socket);
    void read(QLocalSocket* socket);
    void drop(QLocalSocket* socket);

    const Dispatcher& m_dispatcher;
    EventHub& m_events;
    const ports::PeerIdentity& m_identity;
    const std::string m_version;
    base::Logger m_logger;
    std::unique_ptr<QLockFile> m_lock;
    std::shared_ptr<void> m_guard; ///< of the place where the server listens
    std::unique_ptr<QLocalServer> m_server;
    std::map<QLocalSocket*, std::unique_ptr<LocalConnection>> m_connections;
    std::set<QLocalSocket*> m_unknown; ///< those of m_connections who are to be asked for still
};

} // namespace framehand::api
