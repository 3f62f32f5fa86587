// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/orchestrator/records.h"
#include "core/orchestrator/worker_registry.h"

#include <vector>

namespace framehand::orchestrator {

/// How the API shows things. Times are RFC 3339 in UTC; what is not known is null.

/// {job_id, movie_id, state, priority, attempt_count, max_attempts, worker_id, lease_until, progress, fps, eta_sec,
/// manifest_url, metrics, error, created_at, updated_at, started_at, finished_at, input, outputs, hls_settings,
/// audio_config?}
[[nodiscard]] base::Json job_view(const JobRecord& record, int max_attempts);

/// job_view() and `attempts`: [{number, worker_id, outcome, cause, started_at, ended_at, total_time_ms}], oldest first.
[[nodiscard]] base::Json job_view(const JobRecord& record, int max_attempts,
                                  const std::vector<AttemptRecord>& attempts);

/// {worker_id, capabilities, status, alive, set_aside, set_aside_until, failed_jobs, last_seen, registered_at,
/// current_job_id, hardware_stats}
[[nodiscard]] base::Json worker_view(const WorkerView& worker);

} // namespace framehand::orchestrator
