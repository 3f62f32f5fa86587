// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the Dispatcher that deals with how attempts end.
#include "core/orchestrator/dispatcher.h"

#include <algorithm>
#include <utility>

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;
using jobs::JobState;

namespace {

/// The error of a job that failed for good: each attempt's cause, or the one cause that they share.
std::string all_causes(const std::vector<AttemptRecord>& attempts) {
    if (attempts.size() == 1) {
        return attempts.front().cause;
    }
    const bool same = std::ranges::all_of(
        attempts, [&](const AttemptRecord& attempt) { return attempt.cause == attempts.front().cause; });
    if (same) {
        return attempts.front().cause + " (" + std::to_string(attempts.size()) + " attempts)";
    }
    std::string text = "failed " + std::to_string(attempts.size()) + " times";
    for (const auto& attempt : attempts) {
        text += (attempt.number == attempts.front().number ? ": attempt " : "; attempt ") +
                std::to_string(attempt.number) + " on worker " + attempt.worker_id + ": " + attempt.cause;
    }
    return text;
}

base::Error refuse_worker(const std::string& job_id, const std::string& worker_id) {
    return fail(ErrorCode::PermissionDenied, "job \"" + job_id + "\" was never given to worker \"" + worker_id + "\"");
}

bool had_attempt(const std::vector<AttemptRecord>& attempts, const std::string& worker_id) {
    return std::ranges::any_of(attempts, [&](const AttemptRecord& attempt) { return attempt.worker_id == worker_id; });
}

} // namespace

base::Status Dispatcher::finalize(const std::string& job_id, const FinalizeReport& report) {
    FH_ASSIGN(const auto record, m_jobs.find(job_id));
    FinalizeReport filled = report;
    if (filled.worker_id.empty()) {
        filled.worker_id = record.worker_id;
    }
    return report.completed ? take_completed(record, filled) : take_failed(record, filled);
}

base::Status Dispatcher::take_completed(const JobRecord& record, const FinalizeReport& report) {
    const std::string& job_id = record.job.job_id;
    if (record.state == JobState::Completed) {
        return {};
    }
    if (jobs::is_terminal(record.state)) {
        return fail(record.state == JobState::Cancelled ? ErrorCode::Cancelled : ErrorCode::AlreadyExists,
                    "job \"" + job_id + "\" is " + std::string(jobs::to_string(record.state)) +
                        " already; its result is not taken");
    }
    FH_ASSIGN(const auto attempts, m_jobs.attempts(job_id));
    if (!had_attempt(attempts, report.worker_id)) {
        return refuse_worker(job_id, report.worker_id);
    }
    FH_TRY(m_jobs.complete(job_id, {report.worker_id, report.manifest_url, report.metrics, report.total_time_ms},
                           m_clock.wall()));
    m_leases.erase(job_id);
    m_log.info("job is completed", {{"job", job_id}, {"worker", report.worker_id}});
    return m_workers.job_completed(report.worker_id);
}

base::Status Dispatcher::take_failed(const JobRecord& record, const FinalizeReport& report) {
    const std::string& job_id = record.job.job_id;
    if (record.state == JobState::Completed) {
        return fail(ErrorCode::AlreadyExists, "job \"" + job_id + "\" is COMPLETED already");
    }
    FH_ASSIGN(const auto attempts, m_jobs.attempts(job_id));
    if (!had_attempt(attempts, report.worker_id)) {
        return refuse_worker(job_id, report.worker_id);
    }
    if (record.state != JobState::Processing || record.worker_id != report.worker_id) {
        // That worker's attempt was closed before, by this very report or as lost: its end is known.
        return {};
    }
    const AttemptRecord& open = attempts.back();
    if (report.attempt && *report.attempt != open.number) {
        return {};
    }
    if (!report.attempt && !m_leases[job_id].begun && attempts.size() > 1) {
        // The job was given to the same worker again while the answer to its report was lost on the way: the repeated
        // report must not fail the new attempt too. Should this be a new failure that looks the same to the
        // millisecond, the job is merely sent again.
        const AttemptRecord& before = attempts[attempts.size() - 2];
        if (before.worker_id == report.worker_id && before.outcome == AttemptOutcome::Failed &&
            before.cause == report.error_message && before.total_time_ms && report.total_time_ms &&
            *before.total_time_ms == *report.total_time_ms) {
            return {};
        }
    }
    AttemptEnd end;
    end.outcome = report.given_back ? AttemptOutcome::Lost : AttemptOutcome::Failed;
    end.cause = report.error_message;
    end.total_time_ms = report.total_time_ms;
    end.counts = !report.given_back;
    FH_TRY(end_attempt(record, std::move(end)));
    if (report.given_back) {
        return {};
    }
    return m_workers.job_failed(report.worker_id, job_id);
}

base::Status Dispatcher::end_attempt(const JobRecord& record, AttemptEnd end) {
    const std::string& job_id = record.job.job_id;
    if (end.counts && record.attempts >= m_rules.max_attempts) {
        FH_ASSIGN(auto attempts, m_jobs.attempts(job_id));
        attempts.back().cause = end.cause;
        const auto counted = std::min(attempts.size(), static_cast<std::size_t>(record.attempts));
        end.next = JobState::Failed;
        end.error = all_causes({attempts.end() - static_cast<std::ptrdiff_t>(counted), attempts.end()});
    }
    FH_TRY(m_jobs.end_attempt(job_id, end, m_clock.wall()));
    m_leases.erase(job_id);
    const base::LogFields fields{{"job", job_id}, {"worker", record.worker_id}, {"cause", end.cause}};
    if (end.next == JobState::Failed) {
        m_log.error("job has failed for good", fields);
    } else {
        m_log.warning("attempt has ended without a result; the job is queued again", fields);
    }
    return {};
}

base::Status Dispatcher::lose_attempt(const JobRecord& record, const std::string& cause) {
    if (record.state != JobState::Processing) {
        m_leases.erase(record.job.job_id);
        return {};
    }
    AttemptEnd end;
    end.outcome = AttemptOutcome::Lost;
    end.cause = cause;
    return end_attempt(record, std::move(end));
}

} // namespace framehand::orchestrator
