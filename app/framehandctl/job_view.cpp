// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/job_view.h"

namespace framehand::cli {

namespace {

std::string text(const base::Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number(const base::Json& json, const char* key, double fallback) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number() ? found->get<double>() : fallback;
}

std::string sentence_of(const JobView& job, const base::Json& json) {
    switch (job.state) {
    case jobs::JobState::Queued:
        return job.attempts.empty() ? "waiting for a worker" : "waiting for a worker to try again";
    case jobs::JobState::Processing: {
        const bool is_made = number(json, "progress", 0) >= 100;
        return is_made ? job.worker_id + " copies it to the NAS" : "transcoding on " + job.worker_id;
    }
    case jobs::JobState::Completed:
        return "done";
    case jobs::JobState::Failed:
        return "failed";
    case jobs::JobState::Cancelled:
        return "cancelled";
    }
    return {};
}

void read_attempts(const base::Json& json, std::vector<JobView::Attempt>& attempts) {
    const auto list = json.find("attempts");
    if (list == json.end() || !list->is_array()) {
        return;
    }
    for (const base::Json& item : *list) {
        if (item.is_object()) {
            attempts.push_back({static_cast<int>(number(item, "number", static_cast<double>(attempts.size()) + 1)),
                                text(item, "worker_id"), text(item, "outcome"), text(item, "cause")});
        }
    }
}

/// Our own workers send notes beside the metrics.
std::vector<std::string> read_notes(const base::Json& json) {
    std::vector<std::string> notes;
    const auto metrics = json.find("metrics");
    if (metrics == json.end() || !metrics->is_object() || !metrics->contains("notes") ||
        !(*metrics)["notes"].is_array()) {
        return notes;
    }
    for (const base::Json& note : (*metrics)["notes"]) {
        if (note.is_string()) {
            notes.push_back(note.get<std::string>());
        }
    }
    return notes;
}

} // namespace

base::Result<JobView> job_view_from_json(const base::Json& json) {
    if (!json.is_object()) {
        return base::fail(base::ErrorCode::CorruptData, "the orchestrator's answer is no job");
    }
    JobView job;
    job.job_id = text(json, "job_id");
    const auto state = jobs::job_state_from_string(text(json, "state"));
    if (job.job_id.empty() || !state) {
        return base::fail(base::ErrorCode::CorruptData, "the orchestrator's answer is no job");
    }
    job.state = *state;
    if (const auto input = json.find("input"); input != json.end() && input->is_object()) {
        job.source_url = text(*input, "source_url");
    }
    job.worker_id = text(json, "worker_id");
    job.manifest_url = text(json, "manifest_url");
    job.error = text(json, "error");
    job.created_at = text(json, "created_at");
    job.notes = read_notes(json);
    read_attempts(json, job.attempts);
    job.progress.state = sentence_of(job, json);
    if (job.state == jobs::JobState::Processing) {
        job.progress.percent = number(json, "progress", -1);
        job.progress.fps = number(json, "fps", 0);
        job.progress.eta_sec = number(json, "eta_sec", -1);
    }
    return job;
}

std::vector<std::string> causes_of(const JobView& job) {
    std::vector<std::string> lines;
    for (const JobView::Attempt& attempt : job.attempts) {
        if (!attempt.cause.empty()) {
            lines.push_back("attempt " + std::to_string(attempt.number) +
                            (attempt.worker_id.empty() ? "" : " on " + attempt.worker_id) + ": " + attempt.cause);
        }
    }
    if (lines.empty() && !job.error.empty()) {
        lines.push_back(job.error);
    }
    return lines;
}

} // namespace framehand::cli
