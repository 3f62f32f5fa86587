// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/dispatcher.h"
#include "core/orchestrator/router.h"
#include "core/orchestrator/worker_registry.h"

namespace framehand::orchestrator {

/// What workers call, and the list of them:
///
///     POST  /api/v1/workers/register      201 new, 200 known: {ack, worker_id}
///     POST  /api/v1/workers/sync          200 {ack, assigned_job?, cancel_job_id?}; 404: register first
///     PATCH /api/v1/jobs/{id}             200 {ack}; 409 {error, cancelled: true}: stop this job
///     POST  /api/v1/jobs/{id}/finalize    200 {ack}; 409: the job has ended otherwise; 404; 403: never had it
///     GET   /api/v1/workers               200 {workers: [worker_view()]}
///
/// `assigned_job` carries `attempt`, a number, besides the protocol's fields.
class WorkersController {
public:
    WorkersController(Dispatcher& dispatcher, WorkerRegistry& workers) : m_dispatcher(dispatcher), m_workers(workers) {}

    /// The controller must outlive the router.
    void add_routes(Router& router);

private:
    [[nodiscard]] base::Result<HttpResponse> register_worker(const RoutedRequest& request);
    [[nodiscard]] base::Result<HttpResponse> sync(const RoutedRequest& request);
    [[nodiscard]] base::Result<HttpResponse> progress(const RoutedRequest& request);
    [[nodiscard]] base::Result<HttpResponse> finalize(const RoutedRequest& request);
    [[nodiscard]] HttpResponse list() const;

    Dispatcher& m_dispatcher;
    WorkerRegistry& m_workers;
};

} // namespace framehand::orchestrator
