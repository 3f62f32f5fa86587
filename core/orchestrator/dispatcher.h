// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/orchestrator/job_store.h"
#include "core/orchestrator/worker_registry.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace framehand::orchestrator {

/// The numbers behind the rules.
struct DispatchRules {
    base::Duration lease_timeout{60'000};     ///< a worker silent for so long loses its job
    int max_attempts = 3;                     ///< then the job is FAILED
    int max_resends = 2;                      ///< of a job that the worker seems never to have received
    base::Duration idle_grace{15'000};        ///< a result may still be on its way when the worker is idle again
    base::Duration prefer_other_for{600'000}; ///< how long a failed job waits for another worker
};

/// A worker's heartbeat.
struct SyncRequest {
    std::string worker_id;
    WorkerStatus status = WorkerStatus::Idle;
    base::Json load = base::Json::object();
    std::string current_job; ///< "" if none
};

struct Assignment {
    jobs::Job job;
    int attempt = 1; ///< number of the attempt
};

struct SyncAnswer {
    std::optional<Assignment> assigned;
    std::string cancel_job_id; ///< the worker should stop this job; "" = nothing to stop
};

/// The end of a job as its worker tells it.
struct FinalizeReport {
    std::string worker_id; ///< "" if the call did not say: the job's own worker is meant
    bool completed = false;
    std::string manifest_url;
    std::string error_message;
    base::Json metrics;
    std::optional<std::int64_t> total_time_ms;
    std::optional<int> attempt; ///< number of the attempt that ended, where the worker knows it
    bool given_back = false;    ///< not completed, and nobody's fault: another worker should have it
};

/// The rules of the orchestrator, free of HTTP: who gets which job, when a lease is lost, what counts as an attempt.
/// A late result of a worker that was thought lost is taken as long as the job is not terminal; work is never thrown
/// away for a rule's sake. One thread, the stores'.
///
/// Errors: NotFound for an unknown job or worker; AlreadyExists where the job's state forbids the request (a terminal
/// job that is completed, cancelled or retried wrongly); Cancelled where a worker's report is not wanted any more;
/// PermissionDenied for a worker that never had the job; others from the store.
class Dispatcher {
public:
    Dispatcher(JobStore& jobs, WorkerRegistry& workers, const base::Clock& clock, base::Logger log,
               DispatchRules rules);

    /// After a start: every running job gets a whole new lease, since it was the orchestrator that was away.
    [[nodiscard]] base::Status recover();
    /// Call about once a second.
    [[nodiscard]] base::Status expire_leases();

    // What workers ask
    [[nodiscard]] base::Result<SyncAnswer> sync(const SyncRequest& request);
    [[nodiscard]] base::Status progress(const std::string& job_id, const std::string& worker_id,
                                        const ProgressUpdate& update);
    /// Repeating an outcome is fine and changes nothing.
    [[nodiscard]] base::Status finalize(const std::string& job_id, const FinalizeReport& report);

    // What people ask
    [[nodiscard]] base::Result<JobRecord> submit(const jobs::Job& job, int priority);
    [[nodiscard]] base::Result<JobRecord> cancel(const std::string& job_id);
    [[nodiscard]] base::Result<JobRecord> retry(const std::string& job_id);

    [[nodiscard]] const DispatchRules& rules() const { return m_rules; }

private:
    struct Lease {
        std::string worker_id;
        base::SteadyTime until;
        bool begun = false; ///< the worker spoke of the job since it was given
        int resends = 0;
        std::optional<base::SteadyTime> idle_since; ///< when the worker first said that it has no job
    };

    /// True if the worker may go on with the job; then its lease is renewed.
    [[nodiscard]] base::Result<bool> hold(const std::string& job_id, const std::string& worker_id,
                                          const ProgressUpdate* update);
    [[nodiscard]] base::Result<bool> take_up_again(const JobRecord& record, const std::string& worker_id);
    /// What to do with a job that the store says the worker has, while the worker says it has none.
    [[nodiscard]] base::Result<SyncAnswer> sync_without_job(const JobRecord& record, const std::string& worker_id);
    [[nodiscard]] base::Result<SyncAnswer> assign(const std::string& worker_id);
    [[nodiscard]] base::Result<bool> waits_for_another(const JobRecord& record, const std::string& worker_id);

    [[nodiscard]] base::Status take_completed(const JobRecord& record, const FinalizeReport& report);
    [[nodiscard]] base::Status take_failed(const JobRecord& record, const FinalizeReport& report);
    /// Ends the open attempt and queues the job again, or fails it after the last attempt.
    [[nodiscard]] base::Status end_attempt(const JobRecord& record, AttemptEnd end);
    [[nodiscard]] base::Status lose_attempt(const JobRecord& record, const std::string& cause);

    void lease_out(const std::string& job_id, const std::string& worker_id);

    [[nodiscard]] base::WallTime lease_end() const { return m_clock.wall() + m_rules.lease_timeout; }

    JobStore& m_jobs;
    WorkerRegistry& m_workers;
    const base::Clock& m_clock;
    base::Logger m_log;
    const DispatchRules m_rules;
    std::map<std::string, Lease> m_leases; ///< by job; of each PROCESSING job
};

} // namespace framehand::orchestrator
