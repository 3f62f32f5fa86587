// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/redis_role.h"

#include <string>

namespace framehand::sources {

/// The names of all that the Redis sources keep at the server; `prefix` is "transcode:" unless somebody chose another.
struct RedisKeys {
    std::string prefix = "transcode:";

    /// Where a role takes from: "transcode:jobs", "transcode:healthcheck", "transcode:replace".
    [[nodiscard]] std::string stage(RedisRole role) const;
    /// Where a role hands on to; "" behind the last.
    [[nodiscard]] std::string next_stage(RedisRole role) const;
    /// What one worker has taken from a stage and not ended yet (a list).
    [[nodiscard]] std::string processing(RedisRole role, const std::string& worker) const;

    /// What nobody could do, with the reason (a list).
    [[nodiscard]] std::string failed() const { return prefix + "failed"; }

    /// There as long as a worker runs.
    [[nodiscard]] std::string alive(const std::string& worker) const { return prefix + "alive:" + worker; }

    /// All workers that may have taken something (a set).
    [[nodiscard]] std::string workers() const { return prefix + "workers"; }

    /// How the keys begin that say which messages a worker has no more, be it that it ended them or that they were
    /// taken from it; the SHA-1 of the message follows.
    [[nodiscard]] std::string released(const std::string& worker) const { return prefix + "released:" + worker + ":"; }

    /// There for a while after an outcome was told.
    [[nodiscard]] std::string finished(const std::string& job_id) const { return prefix + "finished:" + job_id; }

    /// The channel on which each end is told.
    [[nodiscard]] std::string events() const { return prefix + "events"; }
};

} // namespace framehand::sources
