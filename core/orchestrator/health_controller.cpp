// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/health_controller.h"

#include <algorithm>

namespace framehand::orchestrator {

using base::Json;
using jobs::JobState;

void HealthController::add_routes(Router& router) {
    router.add("GET", "/healthz", [this](const RoutedRequest&, const Respond& respond) {
        auto answer = health();
        respond(answer ? std::move(*answer) : error_response(answer.error()));
    });
}

base::Result<HttpResponse> HealthController::health() {
    FH_ASSIGN(auto counts, m_jobs.counts());
    Json jobs = Json::object();
    for (const auto state :
         {JobState::Queued, JobState::Processing, JobState::Completed, JobState::Failed, JobState::Cancelled}) {
        jobs[std::string(jobs::to_string(state))] = counts[state];
    }
    const auto workers = m_workers.list();
    const auto alive = std::ranges::count_if(workers, [](const WorkerView& worker) { return worker.alive; });
    return HttpResponse{200,
                        {{"status", "ok"},
                         {"version", m_version},
                         {"jobs", std::move(jobs)},
                         {"workers", {{"known", workers.size()}, {"alive", alive}}}},
                        {}};
}

} // namespace framehand::orchestrator
