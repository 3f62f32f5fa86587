// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/json.h"
#include "core/sources/bull_job.h"

#include <cstdint>
#include <optional>

namespace framehand::sources {

/// When a failed attempt is tried again; nothing: it was the last one. A delay of 0 is "at once".
///
/// `opts` are the job's options ("attempts", "backoff"), `attempts_made` those before this one. As each library counts
/// (its backoffs.js): for an exponential backoff of d, BullMQ waits d, 2 d, 4 d, and Bull d, 3 d, 7 d. A backoff is a
/// number (fixed) or {type, delay, jitter}; jitter is BullMQ's. A type that only the producer's own workers know waits
/// `delay` each time.
[[nodiscard]] std::optional<base::Duration> bull_retry_delay(BullKind kind, const base::Json& opts,
                                                             std::int64_t attempts_made, const base::Random& random);

/// How many attempts the job has in all: BullMQ knows 0 where none are named, Bull 1.
[[nodiscard]] std::int64_t bull_attempts(BullKind kind, const base::Json& opts);

/// What of removeOnComplete or removeOnFail (`option`) the scripts take: {"count": n, "age": seconds}; a count of -1 is
/// "all are kept", 0 "this one is removed".
[[nodiscard]] base::Json bull_keep_jobs(const base::Json& opts, std::string_view option);

/// The stack traces of the job with one more for this failure, as many as its stackTraceLimit and our own limit allow.
[[nodiscard]] base::Json bull_stacktrace(const base::Json& before, const base::Json& opts, const std::string& reason);

} // namespace framehand::sources
