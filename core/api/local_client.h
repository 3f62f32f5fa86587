// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/ports/peer_identity.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <string>

class QLocalSocket;

namespace framehand::api {

/// A blocking client of the local API, for command lines: no event loop needed. One thread.
class LocalClient {
public:
    /// Connects and reads the greeting. Unavailable if no daemon listens there; PermissionDenied if what does must not
    /// be told anything, as `identity` says; Unsupported if it speaks a newer protocol than this client.
    [[nodiscard]] static base::Result<LocalClient> connect(const std::filesystem::path& socket,
                                                           const ports::PeerIdentity& identity,
                                                           base::Duration timeout = base::Duration{3000});
    ~LocalClient();
    LocalClient(LocalClient&&) noexcept;
    LocalClient& operator=(LocalClient&&) noexcept;
    LocalClient(const LocalClient&) = delete;
    LocalClient& operator=(const LocalClient&) = delete;

    /// The result of a method, or its error; Unavailable if the daemon goes away, Timeout if it is silent. Events that
    /// come in between are kept for next_event().
    [[nodiscard]] base::Result<base::Json> call(const std::string& method,
                                                const base::Json& params = base::Json::object(),
                                                base::Duration timeout = base::Duration{10'000});

    /// Waits for the next notification, {"method", "params", ...}. Timeout if none comes.
    [[nodiscard]] base::Result<base::Json> next_event(base::Duration timeout);

    /// The daemon's version, from its greeting.
    [[nodiscard]] const std::string& daemon_version() const { return m_daemon_version; }

private:
    explicit LocalClient(std::unique_ptr<QLocalSocket> socket);
    [[nodiscard]] base::Result<base::Json> read_message(base::SteadyTime deadline);

    std::unique_ptr<QLocalSocket> m_socket;
    std::string m_input; ///< not yet a whole line
    std::deque<base::Json> m_events;
    std::int64_t m_next_id = 1;
    std::string m_daemon_version;
};

} // namespace framehand::api
