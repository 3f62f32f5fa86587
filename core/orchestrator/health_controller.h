// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/job_store.h"
#include "core/orchestrator/router.h"
#include "core/orchestrator/worker_registry.h"

#include <string>
#include <utility>

namespace framehand::orchestrator {

/// GET /healthz: 200 {status: "ok", version, jobs: {QUEUED: n, ...}, workers: {known, alive}}; an error if the database
/// does not answer.
class HealthController {
public:
    HealthController(JobStore& jobs, WorkerRegistry& workers, std::string version)
        : m_jobs(jobs), m_workers(workers), m_version(std::move(version)) {}

    /// The controller must outlive the router.
    void add_routes(Router& router);

private:
    [[nodiscard]] base::Result<HttpResponse> health();

    JobStore& m_jobs;
    WorkerRegistry& m_workers;
    std::string m_version;
};

} // namespace framehand::orchestrator
