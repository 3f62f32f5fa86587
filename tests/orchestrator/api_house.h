// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/orchestrator.h"
#include "tests/orchestrator/raw_connection.h"
#include "tests/orchestrator/sample_job.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <memory>
#include <string>

namespace framehand::test {

/// Answers each plan at once with what the test set.
class FakePlanner final : public orchestrator::Planner {
public:
    void plan(const jobs::Job& job, Done done) override {
        asked = job;
        done(answer);
    }

    base::Result<base::Json> answer = base::Json{{"rungs", {"720p"}}, {"notes", {"as asked"}}};
    jobs::Job asked;
};

/// A whole orchestrator on a free port, spoken to over the loopback.
class ApiHouse {
public:
    explicit ApiHouse(orchestrator::OrchestratorOptions options = {});

    /// Stops it and starts another on the same database.
    void restart();

    /// One call on a new connection. An empty `body` sends none.
    RawResponse call(const std::string& method, const std::string& target, const base::Json& body = nullptr,
                     const std::string& more_headers = "");
    RawResponse call_raw(const std::string& method, const std::string& target, const std::string& body);

    int register_worker(const std::string& id);
    /// The answer to a sync; `job` "" is IDLE.
    base::Json sync(const std::string& worker_id, const std::string& job = "");
    /// Submits sample_submission(); the new job's id.
    std::string submit();

    [[nodiscard]] std::uint16_t port() const { return m_orchestrator->port(); }

    [[nodiscard]] orchestrator::Orchestrator& orchestrator() { return *m_orchestrator; }

    FakeClock clock;
    FakePlanner planner;

private:
    TempFolder m_folder;
    orchestrator::OrchestratorOptions m_options;
    std::unique_ptr<orchestrator::Orchestrator> m_orchestrator;
};

} // namespace framehand::test
