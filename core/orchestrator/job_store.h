// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/orchestrator/records.h"
#include "core/sql/database.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace framehand::orchestrator {

/// What a worker said about a running job.
struct ProgressUpdate {
    double percent = 0;
    double fps = 0;
    double eta_sec = -1;
};

/// How an attempt ended without completing the job, and what becomes of the job.
struct AttemptEnd {
    AttemptOutcome outcome = AttemptOutcome::Failed;
    std::string cause;
    std::optional<std::int64_t> total_time_ms;
    jobs::JobState next = jobs::JobState::Queued; ///< QUEUED, FAILED or CANCELLED
    std::string error;                            ///< of the job, where `next` is FAILED
    bool counts = true; ///< false: the attempt was nobody's fault and is not counted against the job
};

/// A completed job's result.
struct Completion {
    std::string worker_id; ///< whose result it is
    std::string manifest_url;
    base::Json metrics;
    std::optional<std::int64_t> total_time_ms;
};

/// Which jobs to list.
struct JobFilter {
    std::optional<jobs::JobState> state;
    std::string after; ///< list only jobs submitted before this one; "" begins with the newest
    int limit = 100;
};

/// Jobs and their attempts in the database. Every method is one transaction; a job moves only as jobs::can_move()
/// allows, else InvalidArgument and nothing is changed. NotFound names an unknown job. One thread, the database's.
class JobStore {
public:
    explicit JobStore(sql::Database& database) : m_database(database) {}

    /// AlreadyExists if a job has this id.
    [[nodiscard]] base::Status insert(const JobRecord& record);
    [[nodiscard]] base::Result<JobRecord> find(const std::string& job_id);
    /// Newest first.
    [[nodiscard]] base::Result<std::vector<JobRecord>> list(const JobFilter& filter);
    /// QUEUED jobs in the order of their turn, `limit` of them from the `offset`th on.
    [[nodiscard]] base::Result<std::vector<JobRecord>> queued(int offset, int limit);
    [[nodiscard]] base::Result<std::vector<JobRecord>> processing();
    /// The PROCESSING job that was given to this worker.
    [[nodiscard]] base::Result<std::optional<JobRecord>> processing_of(const std::string& worker_id);
    [[nodiscard]] base::Result<std::map<jobs::JobState, std::int64_t>> counts();
    /// Oldest first.
    [[nodiscard]] base::Result<std::vector<AttemptRecord>> attempts(const std::string& job_id);

    /// QUEUED -> PROCESSING with a new attempt.
    [[nodiscard]] base::Status begin_attempt(const std::string& job_id, const std::string& worker_id,
                                             base::WallTime now, base::WallTime lease_until);
    /// QUEUED -> PROCESSING: the last attempt, believed lost, goes on.
    [[nodiscard]] base::Status resume_attempt(const std::string& job_id, base::WallTime now,
                                              base::WallTime lease_until);
    [[nodiscard]] base::Status renew_lease(const std::string& job_id, base::WallTime lease_until);
    [[nodiscard]] base::Status update_progress(const std::string& job_id, const ProgressUpdate& progress,
                                               base::WallTime now, base::WallTime lease_until);
    /// Ends the open attempt, if there is one, and moves the job to `end.next`.
    [[nodiscard]] base::Status end_attempt(const std::string& job_id, const AttemptEnd& end, base::WallTime now);
    /// QUEUED or PROCESSING -> COMPLETED. The winner's last attempt is closed as Completed, an open one of anybody else
    /// as Superseded.
    [[nodiscard]] base::Status complete(const std::string& job_id, const Completion& completion, base::WallTime now);
    /// FAILED or CANCELLED -> QUEUED with a fresh count of attempts; their records stay.
    [[nodiscard]] base::Status requeue(const std::string& job_id, base::WallTime now);

private:
    [[nodiscard]] base::Result<JobRecord> find_movable(const std::string& job_id, jobs::JobState to);
    [[nodiscard]] base::Status close_open_attempts(const std::string& job_id, AttemptOutcome outcome,
                                                   const std::string& cause, std::optional<std::int64_t> total_time_ms,
                                                   base::WallTime now);

    sql::Database& m_database;
};

} // namespace framehand::orchestrator
