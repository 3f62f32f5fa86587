// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/dispatcher.h"
#include "core/orchestrator/job_store.h"
#include "core/orchestrator/worker_registry.h"
#include "core/orchestrator/worker_store.h"
#include "core/sql/database.h"
#include "tests/orchestrator/sample_job.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::test {

/// The dispatcher on a real database with a clock that the test owns, and shorthands that speak for workers.
class RuleHouse {
public:
    explicit RuleHouse(orchestrator::DispatchRules rules = {}, orchestrator::WorkerRules worker_rules = {});

    /// As after a kill and a new start: everything in memory is lost.
    void restart();

    void add_worker(const std::string& id, jobs::WorkerCapabilities capabilities = software_worker());
    void submit(const std::string& job_id, int priority = 0, const std::string& codec = "h264");

    /// An IDLE sync: the id of the assigned job, or "".
    std::string idle(const std::string& worker_id);
    /// A BUSY sync with this job: the id of the job to stop, or "".
    std::string busy(const std::string& worker_id, const std::string& job_id);
    base::Status progress(const std::string& worker_id, const std::string& job_id, double percent = 10);
    base::Status completed(const std::string& worker_id, const std::string& job_id);
    base::Status failed(const std::string& worker_id, const std::string& job_id, const std::string& cause = "broken",
                        std::optional<std::int64_t> total_time_ms = {});

    [[nodiscard]] orchestrator::JobRecord job(const std::string& job_id);

    [[nodiscard]] jobs::JobState state(const std::string& job_id) { return job(job_id).state; }

    [[nodiscard]] std::vector<orchestrator::AttemptRecord> attempts(const std::string& job_id);
    /// "LOST FAILED": how the attempts ended.
    [[nodiscard]] std::string outcomes(const std::string& job_id);

    /// Time goes on, and the orchestrator looks at its leases.
    void wait(base::Duration time);

    [[nodiscard]] orchestrator::Dispatcher& dispatcher() { return *m_dispatcher; }

    [[nodiscard]] orchestrator::WorkerRegistry& workers() { return *m_workers; }

    FakeClock clock;

private:
    orchestrator::DispatchRules m_rules;
    orchestrator::WorkerRules m_worker_rules;
    TempFolder m_folder;
    std::unique_ptr<sql::Database> m_database;
    std::unique_ptr<orchestrator::JobStore> m_jobs;
    std::unique_ptr<orchestrator::WorkerStore> m_worker_store;
    std::unique_ptr<orchestrator::WorkerRegistry> m_workers;
    std::unique_ptr<orchestrator::Dispatcher> m_dispatcher;
};

} // namespace framehand::test
