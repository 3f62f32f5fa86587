// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/dispatcher.h"
#include "core/orchestrator/job_store.h"
#include "core/orchestrator/planner.h"
#include "core/orchestrator/router.h"

namespace framehand::orchestrator {

/// What people call:
///
///     POST   /api/v1/jobs             201 job_view(); 409: there is such a job_id
///            with "dry_run": true     200 {plan, notes}; nothing is written
///     GET    /api/v1/jobs             200 {jobs: [job_view()], next}; newest first; ?state= ?limit=1..1000
///     ?after=job_id;
///                                     `next` is the `after` of the next page, or null
///     GET    /api/v1/jobs/{id}        200 job_view() with attempts
///     DELETE /api/v1/jobs/{id}        200 job_view(), CANCELLED; 409: it is COMPLETED or FAILED
///     POST   /api/v1/jobs/{id}/retry  200 job_view(), QUEUED; 409: it is not FAILED or CANCELLED
class JobsController {
public:
    JobsController(Dispatcher& dispatcher, JobStore& jobs, Planner& planner)
        : m_dispatcher(dispatcher), m_jobs(jobs), m_planner(planner) {}

    /// The controller must outlive the router.
    void add_routes(Router& router);

private:
    void submit(const RoutedRequest& request, const Respond& respond);
    [[nodiscard]] base::Result<HttpResponse> list(const RoutedRequest& request);
    [[nodiscard]] base::Result<HttpResponse> show(const RoutedRequest& request);
    [[nodiscard]] base::Result<HttpResponse> cancel(const RoutedRequest& request);
    [[nodiscard]] base::Result<HttpResponse> retry(const RoutedRequest& request);
    [[nodiscard]] base::Result<HttpResponse> answer_with(const JobRecord& record, int status);

    Dispatcher& m_dispatcher;
    JobStore& m_jobs;
    Planner& m_planner;
};

} // namespace framehand::orchestrator
