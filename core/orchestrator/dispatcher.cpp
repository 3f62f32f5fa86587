// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/dispatcher.h"

#include <algorithm>
#include <utility>

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;
using jobs::JobState;

namespace {

constexpr int kQueuePage = 50;

} // namespace

Dispatcher::Dispatcher(JobStore& jobs, WorkerRegistry& workers, const base::Clock& clock, base::Logger log,
                       DispatchRules rules)
    : m_jobs(jobs), m_workers(workers), m_clock(clock), m_log(std::move(log)), m_rules(rules) {
}

base::Status Dispatcher::recover() {
    FH_ASSIGN(const auto running, m_jobs.processing());
    for (const auto& record : running) {
        lease_out(record.job.job_id, record.worker_id);
        FH_TRY(m_jobs.renew_lease(record.job.job_id, lease_end()));
    }
    return {};
}

base::Status Dispatcher::expire_leases() {
    std::vector<std::string> expired;
    for (const auto& [job_id, lease] : m_leases) {
        if (lease.until <= m_clock.steady()) {
            expired.push_back(job_id);
        }
    }
    for (const auto& job_id : expired) {
        FH_ASSIGN(const auto record, m_jobs.find(job_id));
        const bool idle = m_leases.at(job_id).idle_since.has_value();
        FH_TRY(lose_attempt(record, "worker " + record.worker_id +
                                        (idle ? " came back without the job" : " stopped answering")));
    }
    return {};
}

base::Result<SyncAnswer> Dispatcher::sync(const SyncRequest& request) {
    FH_TRY(m_workers.seen(request.worker_id, request.status, request.load, request.current_job));
    if (request.status == WorkerStatus::Busy) {
        SyncAnswer answer;
        if (!request.current_job.empty()) {
            FH_ASSIGN(const bool goes_on, hold(request.current_job, request.worker_id, nullptr));
            if (!goes_on) {
                answer.cancel_job_id = request.current_job;
            }
        }
        return answer;
    }
    FH_ASSIGN(const auto open, m_jobs.processing_of(request.worker_id));
    if (open) {
        return sync_without_job(*open, request.worker_id);
    }
    return assign(request.worker_id);
}

base::Result<SyncAnswer> Dispatcher::sync_without_job(const JobRecord& record, const std::string& worker_id) {
    Lease& lease = m_leases[record.job.job_id];
    if (!lease.begun) {
        if (lease.resends < m_rules.max_resends) {
            ++lease.resends;
            lease.until = m_clock.steady() + m_rules.lease_timeout;
            FH_TRY(m_jobs.renew_lease(record.job.job_id, lease_end()));
            FH_ASSIGN(const auto attempts, m_jobs.attempts(record.job.job_id));
            m_log.info("job is sent again: the worker seems not to have received it",
                       {{"job", record.job.job_id}, {"worker", worker_id}});
            return SyncAnswer{Assignment{record.job, attempts.empty() ? 1 : attempts.back().number}, {}};
        }
        FH_TRY(lose_attempt(record, "worker " + worker_id + " was given the job " + std::to_string(lease.resends + 1) +
                                        " times and never began it"));
        return assign(worker_id);
    }
    if (!lease.idle_since) {
        lease.idle_since = m_clock.steady();
    }
    if (m_clock.steady() - *lease.idle_since < m_rules.idle_grace) {
        return SyncAnswer{};
    }
    FH_TRY(lose_attempt(record, "worker " + worker_id + " came back without the job"));
    return assign(worker_id);
}

base::Result<SyncAnswer> Dispatcher::assign(const std::string& worker_id) {
    if (m_workers.is_set_aside(worker_id)) {
        return SyncAnswer{};
    }
    for (int offset = 0;; offset += kQueuePage) {
        FH_ASSIGN(const auto page, m_jobs.queued(offset, kQueuePage));
        for (const auto& record : page) {
            if (!m_workers.why_not(worker_id, record.job).empty()) {
                continue;
            }
            FH_ASSIGN(const bool waits, waits_for_another(record, worker_id));
            if (waits) {
                continue;
            }
            const std::string& job_id = record.job.job_id;
            FH_TRY(m_jobs.begin_attempt(job_id, worker_id, m_clock.wall(), lease_end()));
            lease_out(job_id, worker_id);
            FH_ASSIGN(const auto attempts, m_jobs.attempts(job_id));
            m_log.info("job is given to a worker", {{"job", job_id}, {"worker", worker_id}});
            return SyncAnswer{Assignment{record.job, attempts.back().number}, {}};
        }
        if (std::cmp_less(page.size(), kQueuePage)) {
            return SyncAnswer{};
        }
    }
}

base::Result<bool> Dispatcher::waits_for_another(const JobRecord& record, const std::string& worker_id) {
    FH_ASSIGN(const auto attempts, m_jobs.attempts(record.job.job_id));
    if (attempts.empty() || attempts.back().worker_id != worker_id || !attempts.back().ended_at ||
        (attempts.back().outcome != AttemptOutcome::Failed && attempts.back().outcome != AttemptOutcome::Lost)) {
        return false;
    }
    const auto since = m_clock.wall() - *attempts.back().ended_at;
    return since >= base::Duration{0} && since < m_rules.prefer_other_for &&
           m_workers.another_can(worker_id, record.job);
}

base::Result<bool> Dispatcher::hold(const std::string& job_id, const std::string& worker_id,
                                    const ProgressUpdate* update) {
    const auto found = m_jobs.find(job_id);
    if (!found) {
        if (found.error().code != ErrorCode::NotFound || update != nullptr) {
            return found.error();
        }
        // Only a lost database explains this. The film may still be wanted, and making it harms nobody.
        m_log.warning("a worker has a job that is not known here", {{"job", job_id}, {"worker", worker_id}});
        return true;
    }
    const JobRecord& record = *found;
    if (record.state == JobState::Completed) {
        // Its own result overtook this heartbeat.
        return record.worker_id == worker_id;
    }
    if (record.state == JobState::Queued) {
        FH_ASSIGN(const bool again, take_up_again(record, worker_id));
        if (!again) {
            return false;
        }
    } else if (record.state != JobState::Processing || record.worker_id != worker_id) {
        return false;
    }
    lease_out(job_id, worker_id);
    m_leases.at(job_id).begun = true;
    if (update != nullptr) {
        FH_TRY(m_jobs.update_progress(job_id, *update, m_clock.wall(), lease_end()));
    } else {
        FH_TRY(m_jobs.renew_lease(job_id, lease_end()));
    }
    return true;
}

base::Result<bool> Dispatcher::take_up_again(const JobRecord& record, const std::string& worker_id) {
    const std::string& job_id = record.job.job_id;
    FH_ASSIGN(const auto attempts, m_jobs.attempts(job_id));
    const auto own = std::find_if(attempts.rbegin(), attempts.rend(),
                                  [&](const AttemptRecord& attempt) { return attempt.worker_id == worker_id; });
    if (own == attempts.rend() || own->outcome != AttemptOutcome::Lost) {
        return false;
    }
    if (own == attempts.rbegin()) {
        FH_TRY(m_jobs.resume_attempt(job_id, m_clock.wall(), lease_end()));
    } else {
        FH_TRY(m_jobs.begin_attempt(job_id, worker_id, m_clock.wall(), lease_end()));
    }
    m_log.info("a worker that was thought lost goes on with its job", {{"job", job_id}, {"worker", worker_id}});
    return true;
}

base::Status Dispatcher::progress(const std::string& job_id, const std::string& worker_id,
                                  const ProgressUpdate& update) {
    FH_ASSIGN(const bool goes_on, hold(job_id, worker_id, &update));
    if (!goes_on) {
        return fail(ErrorCode::Cancelled, "job \"" + job_id + "\" is not worker \"" + worker_id + "\"'s any more");
    }
    return {};
}

base::Result<JobRecord> Dispatcher::submit(const jobs::Job& job, int priority) {
    JobRecord record;
    record.job = job;
    record.priority = priority;
    record.created_at = m_clock.wall();
    FH_TRY(m_jobs.insert(record));
    m_log.info("job is queued", {{"job", job.job_id}});
    return m_jobs.find(job.job_id);
}

base::Result<JobRecord> Dispatcher::cancel(const std::string& job_id) {
    FH_ASSIGN(auto record, m_jobs.find(job_id));
    if (record.state == JobState::Cancelled) {
        return record;
    }
    if (jobs::is_terminal(record.state)) {
        return fail(ErrorCode::AlreadyExists, "job \"" + job_id + "\" is " +
                                                  std::string(jobs::to_string(record.state)) +
                                                  " already and cannot be cancelled");
    }
    AttemptEnd end;
    end.outcome = AttemptOutcome::Cancelled;
    end.cause = "cancelled";
    end.next = JobState::Cancelled;
    FH_TRY(m_jobs.end_attempt(job_id, end, m_clock.wall()));
    m_leases.erase(job_id);
    m_log.info("job is cancelled", {{"job", job_id}});
    return m_jobs.find(job_id);
}

base::Result<JobRecord> Dispatcher::retry(const std::string& job_id) {
    FH_ASSIGN(const auto record, m_jobs.find(job_id));
    if (record.state != JobState::Failed && record.state != JobState::Cancelled) {
        return fail(ErrorCode::AlreadyExists, "job \"" + job_id + "\" is " +
                                                  std::string(jobs::to_string(record.state)) +
                                                  "; only FAILED and CANCELLED jobs can be retried");
    }
    FH_TRY(m_jobs.requeue(job_id, m_clock.wall()));
    m_log.info("job is queued again", {{"job", job_id}});
    return m_jobs.find(job_id);
}

void Dispatcher::lease_out(const std::string& job_id, const std::string& worker_id) {
    Lease& lease = m_leases[job_id];
    if (lease.worker_id != worker_id) {
        lease = {};
    }
    lease.worker_id = worker_id;
    lease.until = m_clock.steady() + m_rules.lease_timeout;
    lease.idle_since.reset();
}

} // namespace framehand::orchestrator
