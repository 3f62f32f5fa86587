// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/redis/options.h"
#include "core/redis/script.h"
#include "core/sources/bull_job.h"
#include "core/sources/bull_ticket.h"

#include <memory>
#include <string>
#include <vector>

namespace framehand::sources {

/// A script with its keys and arguments.
struct BullCall {
    redis::Script script;
    std::vector<std::string> keys;
    std::vector<std::string> arguments;
};

/// The keys of one queue: `<prefix>:<queue>:<name>`.
class BullKeys {
public:
    BullKeys(const std::string& prefix, const std::string& queue) : m_base(prefix + ":" + queue + ":") {}

    /// "prefix:queue:", which scripts put before names themselves.
    [[nodiscard]] const std::string& base() const { return m_base; }

    [[nodiscard]] std::string operator()(std::string_view name) const { return m_base + std::string(name); }

private:
    std::string m_base;
};

/// The libraries' usual times.
struct BullTimes {
    base::Duration lock{30'000}; ///< how long a job's lock holds without being renewed
    base::Duration stalled_check{
        30'000}; ///< between two checks for jobs whose worker has gone, of all workers together
};

/// What one of the libraries does at each step of a job, as calls of its scripts: pure, it sends nothing. All of them
/// answer with a negative number where the job is not ours (any more).
class BullDialect {
public:
    /// How often a job may lose its worker before it fails. The libraries allow 1, because there a video can take its
    /// worker along; here only power cuts and kills do that, which are not the job's fault.
    static constexpr int kMostStalls = 5;

    virtual ~BullDialect() = default;

    /// Answer: an array of the job's hash (a flat array) and its id; else nothing is there. `worker` names who has it.
    [[nodiscard]] virtual BullCall take(const BullKeys& keys, const std::string& token, const std::string& worker,
                                        base::WallTime now) const = 0;
    /// `json`: a number.
    [[nodiscard]] virtual BullCall progress(const BullKeys& keys, const std::string& id,
                                            const std::string& json) const = 0;
    [[nodiscard]] virtual BullCall complete(const BullKeys& keys, const BullTicket& ticket, const std::string& result,
                                            base::WallTime now) const = 0;
    /// More than one call: they are one transaction, and the last one's answer is the answer.
    /// `delay`: it is tried again then (0 at once); nothing: that was the last attempt.
    [[nodiscard]] virtual std::vector<BullCall> fail(const BullKeys& keys, const BullTicket& ticket,
                                                     const std::string& reason, std::optional<base::Duration> delay,
                                                     base::WallTime now) const = 0;
    /// Back to those that wait, as the next one, with no attempt counted.
    [[nodiscard]] virtual BullCall give_back(const BullKeys& keys, const BullTicket& ticket) const = 0;
    /// Jobs whose worker has gone are made to wait again.
    [[nodiscard]] virtual BullCall recover_stalled(const BullKeys& keys, base::WallTime now) const = 0;
    /// Answers once there may be a job, with nil after `most`; empty where the library has no way of its own.
    [[nodiscard]] virtual redis::Command wait(const BullKeys& keys, base::Duration most) const = 0;

    /// Answer 1: the lock is ours and holds BullTimes::lock from now on. 0: it is not.
    [[nodiscard]] BullCall renew(const BullKeys& keys, const BullTicket& ticket) const;
    /// The lock of a job that nobody took since it ran out: the same answer. Not of the libraries, whose workers give
    /// up such a job; here it may be hours of work, after a restart or a network that was away.
    [[nodiscard]] BullCall take_lock_again(const BullKeys& keys, const BullTicket& ticket) const;

protected:
    BullDialect(BullKind kind, BullTimes times) : m_kind(kind), m_times(times) {}

    [[nodiscard]] redis::Script script(std::string_view name) const;

    [[nodiscard]] const BullTimes& times() const { return m_times; }

private:
    BullKind m_kind;
    BullTimes m_times;
};

/// Milliseconds since 1970, as both libraries write times.
[[nodiscard]] std::string bull_time(base::WallTime time);
/// Bytes of MessagePack, which the scripts take options as.
[[nodiscard]] std::string message_pack(const base::Json& value);

} // namespace framehand::sources
