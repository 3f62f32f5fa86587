// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/rule_house.h"

#include "core/orchestrator/schema.h"

#include <stdexcept>
#include <utility>

namespace framehand::test {

using namespace orchestrator;

namespace {

template <typename T>
T must(base::Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().text());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace

RuleHouse::RuleHouse(DispatchRules rules, WorkerRules worker_rules) : m_rules(rules), m_worker_rules(worker_rules) {
    restart();
}

void RuleHouse::restart() {
    m_dispatcher.reset();
    m_workers.reset();
    m_worker_store.reset();
    m_jobs.reset();
    m_database.reset();
    m_database = must(sql::Database::open(m_folder.path() / "orchestrator.db", orchestrator::schema_steps()));
    m_jobs = std::make_unique<JobStore>(*m_database);
    m_worker_store = std::make_unique<WorkerStore>(*m_database);
    m_workers = std::make_unique<WorkerRegistry>(*m_worker_store, clock, base::Logger(), m_worker_rules);
    m_dispatcher = std::make_unique<Dispatcher>(*m_jobs, *m_workers, clock, base::Logger(), m_rules);
    must(m_workers->load());
    must(m_dispatcher->recover());
}

void RuleHouse::add_worker(const std::string& id, jobs::WorkerCapabilities capabilities) {
    must(m_workers->put(id, std::move(capabilities)));
}

void RuleHouse::submit(const std::string& job_id, int priority, const std::string& codec) {
    must(m_dispatcher->submit(sample_job(job_id, codec), priority));
}

std::string RuleHouse::idle(const std::string& worker_id) {
    SyncRequest request;
    request.worker_id = worker_id;
    const auto answer = must(m_dispatcher->sync(request));
    return answer.assigned ? answer.assigned->job.job_id : "";
}

std::string RuleHouse::busy(const std::string& worker_id, const std::string& job_id) {
    SyncRequest request;
    request.worker_id = worker_id;
    request.status = WorkerStatus::Busy;
    request.current_job = job_id;
    const auto answer = must(m_dispatcher->sync(request));
    if (answer.assigned) {
        throw std::runtime_error("a busy worker was given a job");
    }
    return answer.cancel_job_id;
}

base::Status RuleHouse::progress(const std::string& worker_id, const std::string& job_id, double percent) {
    return m_dispatcher->progress(job_id, worker_id, {percent, 25, 60});
}

base::Status RuleHouse::completed(const std::string& worker_id, const std::string& job_id) {
    FinalizeReport report;
    report.worker_id = worker_id;
    report.completed = true;
    report.manifest_url = "/out/index.m3u8";
    report.metrics = {{"total_time_ms", 1234}};
    report.total_time_ms = 1234;
    return m_dispatcher->finalize(job_id, report);
}

base::Status RuleHouse::failed(const std::string& worker_id, const std::string& job_id, const std::string& cause,
                               std::optional<std::int64_t> total_time_ms) {
    FinalizeReport report;
    report.worker_id = worker_id;
    report.error_message = cause;
    report.total_time_ms = total_time_ms;
    return m_dispatcher->finalize(job_id, report);
}

JobRecord RuleHouse::job(const std::string& job_id) {
    return must(m_jobs->find(job_id));
}

std::vector<AttemptRecord> RuleHouse::attempts(const std::string& job_id) {
    return must(m_jobs->attempts(job_id));
}

std::string RuleHouse::outcomes(const std::string& job_id) {
    std::string text;
    for (const auto& attempt : attempts(job_id)) {
        text += (text.empty() ? "" : " ") + std::string(to_string(attempt.outcome));
    }
    return text;
}

void RuleHouse::wait(base::Duration time) {
    clock.advance(time);
    must(m_dispatcher->expire_leases());
}

} // namespace framehand::test
