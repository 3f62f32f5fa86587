// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/ports/peer_identity.h"
#include "core/ports/timers.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

class QLocalSocket;

namespace framehand::api {

/// A client of the local API for programs that stay: it follows the daemon's state, and connects again whenever the
/// daemon goes away. Never waits. One thread, which runs a Qt event loop.
class LiveClient {
public:
    /// Between tries to connect: doubled after each failure, from the first to the last.
    static constexpr base::Duration kFirstRetry{250};
    static constexpr base::Duration kLastRetry{5'000};
    /// For the daemon's greeting, and for an answer: one that is silent for so long counts as gone.
    static constexpr base::Duration kPatience{10'000};

    using Answer = std::function<void(const base::Result<base::Json>&)>;

    /// `timers` and `identity` must outlive it.
    LiveClient(std::filesystem::path socket, ports::Timers& timers, const ports::PeerIdentity& identity);
    /// Calls that wait for an answer get none.
    ~LiveClient();
    LiveClient(const LiveClient&) = delete;
    LiveClient& operator=(const LiveClient&) = delete;

    /// Begins to connect; on_change tells of the outcome, possibly before this returns.
    void start();
    /// Tries at once instead of later. Fine if it is connected.
    void retry_now();

    /// The daemon's newest state; none while it is not connected.
    [[nodiscard]] const std::optional<base::Json>& state() const { return m_state; }

    /// Why there is no state: Unavailable if no daemon listens, PermissionDenied if what does
    /// must not be told anything, Unsupported if it speaks another protocol, Timeout if
    /// it is silent. Without meaning while there is one.
    [[nodiscard]] const base::Error& problem() const { return m_problem; }

    /// `answer` is called once, later: with the result, the method's error, or Unavailable if the daemon goes away.
    /// Unavailable at once while it is not connected.
    void call(const std::string& method, base::Json params, Answer answer);
    /// For what may take its time without the daemon being gone: Timeout after `patience`, and the connection stays.
    void call_patiently(const std::string& method, base::Json params, base::Duration patience, Answer answer);

    /// After each change of state(), and after each failed try to connect. May be empty.
    std::function<void()> on_change;

private:
    struct Pending {
        Answer answer;
        std::unique_ptr<ports::Timer> deadline;
    };

    void connect();
    void connected();
    void read();
    void take(const base::Json& message);
    void greeted(const base::Json& message);
    void answered(const base::Json& message);
    void set_state(base::Json state);
    void lose(base::Error problem);
    void send(const std::string& method, base::Json params, Answer answer);
    void send(const std::string& method, base::Json params, Answer answer, base::Duration patience,
              std::function<void(std::int64_t id)> on_timeout);
    void give_up(std::int64_t id, const std::string& method);
    void changed() const;

    const std::filesystem::path m_path;
    ports::Timers& m_timers;
    const ports::PeerIdentity& m_identity;
    std::unique_ptr<QLocalSocket> m_socket; ///< none between two tries
    std::string m_input;                    ///< the beginning of a line
    std::optional<base::Json> m_state;
    base::Error m_problem;
    std::map<std::int64_t, Pending> m_pending;
    std::int64_t m_next_id = 1;
    base::Duration m_delay = kFirstRetry;
    std::unique_ptr<ports::Timer> m_timer; ///< of the next try, or of the greeting
};

} // namespace framehand::api
