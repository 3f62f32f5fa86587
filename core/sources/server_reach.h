// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/source_probe.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::sources {

/// A server as a probe speaks of it.
struct ProbedServer {
    std::string kind;  ///< "Redis server"
    std::string shown; ///< "redis://nas:6379/0", without user and password
    std::string host;  ///< without the brackets of IPv6
    std::uint16_t port = 0;
    ProbeNames names;
};

/// Whether anybody listens at a host and port: tells a wrong name, a refusal and a network without a way apart, which
/// protocols above do not. Owner's thread, which runs a Qt event loop; its end cancels it.
class ServerReach {
public:
    /// `done` is called once, from the event loop: with nothing if somebody listens, else with what is wrong. It may
    /// destroy this.
    ServerReach(ProbedServer server, std::function<void(std::optional<SourceFinding>)> done);
    ~ServerReach();
    ServerReach(const ServerReach&) = delete;
    ServerReach& operator=(const ServerReach&) = delete;

private:
    struct Socket;

    void end(std::optional<SourceFinding> finding);
    [[nodiscard]] SourceFinding failure() const;

    const ProbedServer m_server;
    std::function<void(std::optional<SourceFinding>)> m_done;
    std::unique_ptr<Socket> m_socket;
};

/// For the end of patience: it takes no connection, or it takes one and says nothing.
[[nodiscard]] SourceFinding no_connection_in_time(const ProbedServer& server);
[[nodiscard]] SourceFinding no_answer_in_time(const ProbedServer& server);
/// Somebody listens, but TLS does not come about; `words` say why.
[[nodiscard]] SourceFinding no_tls(const ProbedServer& server, const std::string& words);
/// The same, where nothing came at all: the server may be one without TLS.
[[nodiscard]] SourceFinding no_tls_in_time(const ProbedServer& server);
/// Somebody listens, but speaks another language.
[[nodiscard]] SourceFinding no_such_server(const ProbedServer& server, const std::string& words);
/// The connection fell when it was in use already.
[[nodiscard]] SourceFinding connection_fell(const ProbedServer& server, const std::string& words);

} // namespace framehand::sources
