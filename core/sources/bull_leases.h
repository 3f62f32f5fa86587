// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/redis/connection.h"
#include "core/sources/bull_dialects.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace framehand::sources {

/// The locks of the jobs in hand: each is renewed twice in its time, however little is heard of its job. One thread.
class BullLeases {
public:
    /// True: the lock is ours, for BullTimes::lock from now on. False: the job is somebody else's, or gone.
    using Held = std::function<void(base::Result<bool>)>;

    /// What is passed must outlive this. `prefix`: of all keys.
    BullLeases(redis::Connection& commands, ports::Timers& timers, const BullDialects& dialects, std::string prefix);
    BullLeases(const BullLeases&) = delete;
    BullLeases& operator=(const BullLeases&) = delete;

    /// From now on the lock of the job is renewed. `job_id` is the lease's. Fine if it is already.
    void add(const std::string& job_id, BullTicket ticket, int progress);

    void remove(const std::string& job_id) { m_jobs.erase(job_id); }

    [[nodiscard]] bool contains(const std::string& job_id) const { return m_jobs.contains(job_id); }

    /// Renews a lock now, also one that is not in hand (any more).
    void hold(const BullTicket& ticket, Held done);
    /// Renews all now: the server was away.
    void renew_all();

    /// The last number of progress that was told of a job in hand, 0 for others.
    [[nodiscard]] int progress_of(const std::string& job_id) const;
    void set_progress(const std::string& job_id, int progress);

    /// Set by the owner: a job in hand is lost, and is no longer in hand.
    std::function<void(const std::string& job_id)> on_lost;

private:
    struct Job {
        BullTicket ticket;
        int progress = 0;
        std::unique_ptr<ports::Timer> renewal;
    };

    void renew(const std::string& job_id);
    void renew_later(const std::string& job_id);

    redis::Connection& m_commands;
    ports::Timers& m_timers;
    const BullDialects& m_dialects;
    const std::string m_prefix;
    std::map<std::string, Job> m_jobs;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources
