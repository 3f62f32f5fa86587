// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/redis/options.h"
#include "core/redis/reply.h"
#include "core/redis/script.h"
#include "core/redis/version.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace framehand::redis {

class Link;

/// A connection for commands. It connects when it is made, says who it is (AUTH, CLIENT SETNAME, SELECT), asks the
/// server's version, and does so again, with growing pauses, whenever it is lost, until it is destroyed.
///
/// Commands are sent at once, one behind the other, without waiting for answers (pipelined); the server runs those of
/// one connection in their order. A command that makes the server wait (BLMOVE, BZPOPMIN, XREADGROUP BLOCK) holds up
/// all behind it: give it a connection of its own, and a timeout longer than its wait.
///
/// Every call ends with exactly one `done`, never from inside the call, unless the connection is destroyed first: then
/// `done` is dropped. `done` may destroy the connection. Everything on the owner's thread, which runs a Qt event loop.
///
/// How a call ends without an answer:
///  - while the first try to connect (or a new one) is under way, it waits for it;
///  - between two tries: Unavailable at once, with the reason of the last one; PermissionDenied where that was a wrong
///    password;
///  - Unavailable when the connection falls with the call in flight. Whether the server ran it is not known then;
///  - Timeout when no answer came in time (counted from when those before it were answered). The connection is given up
///    then, as are the calls behind it: they are Unavailable.
/// A refusal by the server is an error with the server's words as its cause (server_error.h).
class Connection {
public:
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    Connection(Options options, Services services);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void call(Command command, Done<Reply> done);
    void call(Command command, base::Duration timeout, Done<Reply> done);

    /// MULTI, the commands, EXEC: all or nothing happens, and nothing of others in between. The replies of the
    /// commands, one each. A command that the server refuses when it is queued, or that fails when all are run, is the
    /// error (in the latter case the others did run: Redis takes nothing back).
    void transaction(std::vector<Command> commands, Done<std::vector<Reply>> done);

    /// Runs a script: EVALSHA, and EVAL where the server does not have it (any more).
    void run(const Script& script, std::vector<std::string> keys, std::vector<std::string> arguments, Done<Reply> done);

    /// Set by the owner, may be empty. Connected, also each time anew: what the server keeps for a connection (WATCH,
    /// a blocked command) is gone. Commands that are called from inside go before those that wait.
    std::function<void()> on_ready;
    /// Set by the owner, may be empty. The connection fell, or a try to connect failed. After the calls in flight have
    /// got their end. Called again for each further failure.
    std::function<void(const base::Error&)> on_down;

    [[nodiscard]] bool is_ready() const;
    /// What the server said of itself when it was last connected; nothing where it would not say.
    [[nodiscard]] std::optional<Version> server_version() const;
    [[nodiscard]] const Url& url() const;

private:
    struct Pending {
        std::string name; ///< of the command, for messages
        base::Duration timeout;
        Done<Reply> done;
    };

    void send(const Command& command, Pending pending);
    void went_up();
    void answered(Reply reply);
    void went_down(const base::Error& error);
    void watch_front();
    void later(std::function<void()> call);

    std::unique_ptr<Link> m_link;
    ports::Timers& m_timers;
    base::Duration m_timeout;
    std::deque<Pending> m_pending;                     ///< sent, in the order of their answers
    std::deque<std::pair<Command, Pending>> m_waiting; ///< for the connection to be made
    std::unique_ptr<ports::Timer> m_deadline;          ///< of the first of `m_pending`
    base::CallbackGuard m_guard;
};

} // namespace framehand::redis
