// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/workers_controller.h"

#include "core/orchestrator/views.h"
#include "core/orchestrator/worker_messages.h"

#include <utility>

namespace framehand::orchestrator {

using base::Json;

namespace {

HttpResponse acknowledged() {
    return {200, {{"ack", true}}, {}};
}

} // namespace

void WorkersController::add_routes(Router& router) {
    const auto add = [&](const char* method, const char* pattern, auto action) {
        router.add(method, pattern, [this, action](const RoutedRequest& request, const Respond& respond) {
            auto answer = (this->*action)(request);
            respond(answer ? std::move(*answer) : error_response(answer.error()));
        });
    };
    add("POST", "/api/v1/workers/register", &WorkersController::register_worker);
    add("POST", "/api/v1/workers/sync", &WorkersController::sync);
    add("PATCH", "/api/v1/jobs/{id}", &WorkersController::progress);
    add("POST", "/api/v1/jobs/{id}/finalize", &WorkersController::finalize);
    router.add("GET", "/api/v1/workers", [this](const RoutedRequest&, const Respond& respond) { respond(list()); });
}

base::Result<HttpResponse> WorkersController::register_worker(const RoutedRequest& request) {
    FH_ASSIGN(auto registration, read_registration(request));
    FH_ASSIGN(const auto registered, m_workers.put(registration.worker_id, std::move(registration.capabilities)));
    HttpResponse response = acknowledged();
    response.status = registered == WorkerRegistry::Registered::New ? 201 : 200;
    response.body["worker_id"] = registration.worker_id;
    return response;
}

base::Result<HttpResponse> WorkersController::sync(const RoutedRequest& request) {
    FH_ASSIGN(const auto sync, read_sync(request));
    FH_ASSIGN(const auto answer, m_dispatcher.sync(sync));
    HttpResponse response = acknowledged();
    if (answer.assigned) {
        Json job = jobs::to_json(answer.assigned->job);
        job["attempt"] = answer.assigned->attempt;
        response.body["assigned_job"] = std::move(job);
    }
    if (!answer.cancel_job_id.empty()) {
        response.body["cancel_job_id"] = answer.cancel_job_id;
    }
    return response;
}

base::Result<HttpResponse> WorkersController::progress(const RoutedRequest& request) {
    FH_ASSIGN(const auto report, read_progress(request));
    FH_TRY(m_dispatcher.progress(request.id, report.worker_id, report.update));
    return acknowledged();
}

base::Result<HttpResponse> WorkersController::finalize(const RoutedRequest& request) {
    FH_ASSIGN(const auto report, read_finalize(request));
    FH_TRY(m_dispatcher.finalize(request.id, report));
    return acknowledged();
}

HttpResponse WorkersController::list() const {
    Json workers = Json::array();
    for (const auto& worker : m_workers.list()) {
        workers.push_back(worker_view(worker));
    }
    return {200, {{"workers", std::move(workers)}}, {}};
}

} // namespace framehand::orchestrator
