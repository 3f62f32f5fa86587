// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/views.h"

namespace framehand::orchestrator {

using base::Json;

namespace {

Json time_or_null(const std::optional<base::WallTime>& time) {
    return time ? Json(base::to_rfc3339(*time)) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json attempt_view(const AttemptRecord& attempt) {
    return {{"number", attempt.number},
            {"worker_id", attempt.worker_id},
            {"outcome", to_string(attempt.outcome)},
            {"cause", text_or_null(attempt.cause)},
            {"started_at", base::to_rfc3339(attempt.started_at)},
            {"ended_at", time_or_null(attempt.ended_at)},
            {"total_time_ms", attempt.total_time_ms ? Json(*attempt.total_time_ms) : Json(nullptr)}};
}

} // namespace

Json job_view(const JobRecord& record, int max_attempts) {
    Json view = jobs::to_json(record.job);
    view["state"] = jobs::to_string(record.state);
    view["priority"] = record.priority;
    view["attempt_count"] = record.attempts;
    view["max_attempts"] = max_attempts;
    view["worker_id"] = text_or_null(record.worker_id);
    view["lease_until"] = time_or_null(record.lease_until);
    view["progress"] = record.progress;
    view["fps"] = record.fps;
    view["eta_sec"] = record.eta_sec < 0 ? Json(nullptr) : Json(record.eta_sec);
    view["manifest_url"] = text_or_null(record.manifest_url);
    view["metrics"] = record.metrics;
    view["error"] = text_or_null(record.error);
    view["created_at"] = base::to_rfc3339(record.created_at);
    view["updated_at"] = base::to_rfc3339(record.updated_at);
    view["started_at"] = time_or_null(record.started_at);
    view["finished_at"] = time_or_null(record.finished_at);
    return view;
}

Json job_view(const JobRecord& record, int max_attempts, const std::vector<AttemptRecord>& attempts) {
    Json view = job_view(record, max_attempts);
    Json list = Json::array();
    for (const auto& attempt : attempts) {
        list.push_back(attempt_view(attempt));
    }
    view["attempts"] = std::move(list);
    return view;
}

Json worker_view(const WorkerView& worker) {
    const WorkerRecord& record = worker.record;
    return {{"worker_id", record.id},
            {"capabilities", jobs::to_json(record.capabilities)},
            {"status", to_string(record.status)},
            {"alive", worker.alive},
            {"set_aside", worker.set_aside},
            {"set_aside_until", worker.set_aside ? time_or_null(record.set_aside_until) : Json(nullptr)},
            {"failed_jobs", record.failed_jobs},
            {"last_seen", base::to_rfc3339(record.last_seen)},
            {"registered_at", base::to_rfc3339(record.registered_at)},
            {"current_job_id", text_or_null(record.current_job)},
            {"hardware_stats", record.load}};
}

} // namespace framehand::orchestrator
