// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker_state.h"

#include <utility>

namespace framehand::worker {

std::string_view to_string(WorkerPhase phase) {
    switch (phase) {
    case WorkerPhase::Starting:
        return "starting";
    case WorkerPhase::Connecting:
        return "connecting";
    case WorkerPhase::Idle:
        return "idle";
    case WorkerPhase::NotReady:
        return "not_ready";
    case WorkerPhase::Paused:
        return "paused";
    case WorkerPhase::Preparing:
        return "preparing";
    case WorkerPhase::Transcoding:
        return "transcoding";
    case WorkerPhase::Committing:
        return "committing";
    case WorkerPhase::Reporting:
        return "reporting";
    case WorkerPhase::Stopped:
        return "stopped";
    }
    return "stopped";
}

base::Json to_json(const WorkerState& state) {
    base::Json json{{"phase", to_string(state.phase)},
                    {"since", base::to_rfc3339(state.since)},
                    {"reason", state.reason},
                    {"job", nullptr},
                    {"pause", nullptr},
                    {"orchestrator_reachable", state.orchestrator_reachable},
                    {"last_error", state.last_error},
                    {"last_error_at", nullptr},
                    {"jobs_completed", state.jobs_completed},
                    {"jobs_failed", state.jobs_failed}};
    if (state.last_error_at) {
        json["last_error_at"] = base::to_rfc3339(*state.last_error_at);
    }
    if (state.job) {
        json["job"] = {{"job_id", state.job->job_id},
                       {"movie_id", state.job->movie_id},
                       {"input", state.job->input},
                       {"started_at", base::to_rfc3339(state.job->started_at)},
                       {"percent", state.job->percent},
                       {"fps", state.job->fps},
                       {"speed", state.job->speed},
                       {"eta_sec", state.job->eta_sec},
                       {"bytes_written", state.job->bytes_written},
                       {"rungs", state.job->rungs},
                       {"rung_bytes", state.job->rung_bytes}};
    }
    if (state.pause) {
        const Pause& pause = state.pause->pause;
        auto reasons = base::Json::array();
        for (const auto& cause : pause.causes) {
            reasons.push_back(policy::to_json(cause));
        }
        json["pause"] = {{"reason", policy::to_string(pause.causes.front().reason)},
                         {"reasons", std::move(reasons)},
                         {"since", base::to_rfc3339(pause.since)},
                         {"until", nullptr},
                         {"after_job", pause.when == PauseWhen::AfterJob},
                         {"released", state.pause->released}};
        if (pause.until) {
            json["pause"]["until"] = base::to_rfc3339(*pause.until);
        }
    }
    return json;
}

StateFeed::Subscription StateFeed::subscribe(Observer observer) {
    auto shared = std::make_shared<Observer>(std::move(observer));
    m_observers.push_back(shared);
    return Subscription(std::move(shared));
}

void StateFeed::publish(WorkerState state, StateChange change) {
    if (state == m_state) {
        return;
    }
    m_state = std::move(state);
    std::erase_if(m_observers, [](const auto& observer) { return observer.expired(); });
    const auto observers = m_observers; // an observer may subscribe another one
    for (const auto& weak : observers) {
        if (const auto observer = weak.lock()) {
            (*observer)(m_state, change);
        }
    }
}

} // namespace framehand::worker
