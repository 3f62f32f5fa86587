// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/jobs/capabilities.h"
#include "core/jobs/job.h"
#include "core/jobs/job_state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::orchestrator {

/// How one attempt at a job stands or ended. Part of the database's format.
enum class AttemptOutcome {
    Open,      ///< under way
    Completed, ///< this worker's result was taken
    Failed,    ///< the worker said so
    Lost,      ///< the worker stopped answering, or came back without the job
    Cancelled, ///< somebody cancelled the job
    Superseded ///< another worker, thought lost, finished the job first
};

[[nodiscard]] std::string_view to_string(AttemptOutcome outcome);
[[nodiscard]] AttemptOutcome attempt_outcome_from_string(std::string_view text);

/// One try of one worker at one job. Never deleted: `cause` is what people are told.
struct AttemptRecord {
    int number = 0; ///< 1, 2, ... over the whole life of the job, retries included
    std::string worker_id;
    base::WallTime started_at;
    std::optional<base::WallTime> ended_at;
    AttemptOutcome outcome = AttemptOutcome::Open;
    std::string cause;                         ///< "" while open and after success
    std::optional<std::int64_t> total_time_ms; ///< as the worker reported it
};

/// A job as the store knows it.
struct JobRecord {
    jobs::Job job;
    jobs::JobState state = jobs::JobState::Queued;
    int priority = 0;                          ///< higher goes first
    int attempts = 0;                          ///< counted since submission or the last retry
    std::string worker_id;                     ///< who has it, or had it last; "" if nobody yet
    std::optional<base::WallTime> lease_until; ///< for people; the dispatcher counts leases in monotonic time
    double progress = 0;                       ///< percent
    double fps = 0;
    double eta_sec = -1;      ///< -1 while unknown
    std::string manifest_url; ///< "" until COMPLETED
    base::Json metrics;       ///< as the worker reported it, or null
    std::string error;        ///< why it FAILED: all causes
    base::WallTime created_at;
    base::WallTime updated_at;
    std::optional<base::WallTime> started_at; ///< of the first attempt since submission or retry
    std::optional<base::WallTime> finished_at;
};

enum class WorkerStatus { Idle, Busy };

/// "IDLE", "BUSY": as the protocol spells it.
[[nodiscard]] std::string_view to_string(WorkerStatus status);
[[nodiscard]] std::optional<WorkerStatus> worker_status_from_string(std::string_view text);

/// A worker as it registered and last spoke.
struct WorkerRecord {
    std::string id;
    jobs::WorkerCapabilities capabilities;
    base::WallTime registered_at;
    base::WallTime last_seen;
    WorkerStatus status = WorkerStatus::Idle;
    base::Json load = base::Json::object();        ///< its hardware_stats, as sent
    std::string current_job;                       ///< as it says itself
    std::vector<std::string> failed_jobs;          ///< different jobs that it failed since its last success
    std::optional<base::WallTime> set_aside_until; ///< gets nothing until then; for people, see Dispatcher
};

} // namespace framehand::orchestrator
