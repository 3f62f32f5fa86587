// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/redis/connection.h"
#include "core/sources/bull_dialects.h"
#include "core/sources/bull_kind.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::sources {

/// The name of a worker's connection, by which Queue.getWorkers() of both libraries finds it.
[[nodiscard]] std::string bull_client_name(const std::string& prefix, const std::string& queue,
                                           const std::string& worker);

/// One queue: jobs are taken from it, waited for, and those whose worker has gone are put back. On the owner's thread.
class BullQueue {
public:
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    struct Options {
        std::string name;
        std::string prefix;
        BullExpected expected = BullExpected::Either;
        std::string worker;    ///< its id, shown by the libraries' tools
        redis::Options server; ///< of the connection that waits; its name is replaced
    };

    struct Services {
        redis::Connection& commands; ///< for all that does not wait
        redis::Services redis;
        const base::Clock& clock;
        const BullDialects& dialects;
    };

    /// What `services` refers to must outlive the queue.
    BullQueue(Options options, Services services);
    BullQueue(const BullQueue&) = delete;
    BullQueue& operator=(const BullQueue&) = delete;

    /// The next job, with `token` as the word of its lock; nothing if there is none.
    /// Unsupported where the queue is not what it should be.
    void take(const std::string& token, Done<std::optional<BullJob>> done);
    /// Calls on_work once, as soon as there may be a job, and every few seconds where nothing tells.
    void wait();
    void stop_waiting();
    /// Looks for jobs whose worker has gone, as every worker of a queue does (they agree on who and when).
    void recover_stalled();

    /// The server may have been given another queue of this name meanwhile.
    void forget_kind() { m_kind.reset(); }

    /// Set by the owner.
    std::function<void()> on_work;

    [[nodiscard]] const std::string& name() const { return m_options.name; }

    /// The library's; only once a job was taken.
    [[nodiscard]] BullKind kind() const { return m_kind.value_or(BullKind::BullMq); }

private:
    void find_kind(Done<std::optional<BullKind>> done);
    void take_now(const std::string& token, Done<std::optional<BullJob>> done);
    void take_next(const std::string& token, Done<std::optional<BullJob>> done);
    void read_taken(const redis::Reply& reply, const Done<std::optional<BullJob>>& done);
    void begin_wait();
    void waited(const base::Result<redis::Reply>& reply);
    /// The earlier one, if there is one already.
    void wake_in(base::Duration delay);
    void sign_of_work();
    [[nodiscard]] const BullDialect& dialect() const;

    Options m_options;
    Services m_services;
    BullKeys m_keys;
    redis::Connection m_waiter;
    std::optional<BullKind> m_kind;
    bool m_wanted = false;    ///< somebody waits for on_work
    bool m_in_flight = false; ///< a command that waits is at the server
    base::SteadyTime m_wake_at{};
    std::unique_ptr<ports::Timer> m_wake;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources
