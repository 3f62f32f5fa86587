// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/jobs_controller.h"

#include "core/orchestrator/submission.h"
#include "core/orchestrator/views.h"

#include <charconv>
#include <optional>
#include <utility>

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;
using base::Json;

namespace {

constexpr int kMaxLimit = 1000;

base::Result<JobFilter> read_filter(const std::map<std::string, std::string>& query) {
    JobFilter filter;
    if (const auto state = query.find("state"); state != query.end()) {
        filter.state = jobs::job_state_from_string(state->second);
        if (!filter.state) {
            return fail(ErrorCode::InvalidArgument,
                        "state: must be QUEUED, PROCESSING, COMPLETED, FAILED or CANCELLED");
        }
    }
    if (const auto limit = query.find("limit"); limit != query.end()) {
        const std::string& text = limit->second;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), filter.limit);
        if (error != std::errc{} || end != text.data() + text.size() || filter.limit < 1 || filter.limit > kMaxLimit) {
            return fail(ErrorCode::InvalidArgument, "limit: must be from 1 to 1000");
        }
    }
    if (const auto after = query.find("after"); after != query.end()) {
        filter.after = after->second;
    }
    return filter;
}

HttpResponse plan_answer(const base::Result<Json>& plan) {
    if (!plan) {
        return error_response(plan.error());
    }
    Json notes = Json::array();
    if (plan->is_object() && plan->contains("notes") && (*plan)["notes"].is_array()) {
        notes = (*plan)["notes"];
    }
    return {200, {{"plan", *plan}, {"notes", std::move(notes)}}, {}};
}

} // namespace

void JobsController::add_routes(Router& router) {
    const auto add = [&](const char* method, const char* pattern, auto action) {
        router.add(method, pattern, [this, action](const RoutedRequest& request, const Respond& respond) {
            auto answer = (this->*action)(request);
            respond(answer ? std::move(*answer) : error_response(answer.error()));
        });
    };
    router.add("POST", "/api/v1/jobs",
               [this](const RoutedRequest& request, const Respond& respond) { submit(request, respond); });
    add("GET", "/api/v1/jobs", &JobsController::list);
    add("GET", "/api/v1/jobs/{id}", &JobsController::show);
    add("DELETE", "/api/v1/jobs/{id}", &JobsController::cancel);
    add("POST", "/api/v1/jobs/{id}/retry", &JobsController::retry);
}

void JobsController::submit(const RoutedRequest& request, const Respond& respond) {
    auto body = request.json_object();
    if (!body) {
        respond(error_response(body.error()));
        return;
    }
    const auto submission = read_submission(std::move(*body));
    if (!submission) {
        respond(error_response(submission.error()));
        return;
    }
    if (submission->mode == Submission::Mode::DryRun) {
        m_planner.plan(submission->job, [respond](const base::Result<Json>& plan) { respond(plan_answer(plan)); });
        return;
    }
    const auto record = m_dispatcher.submit(submission->job, submission->priority);
    auto answer = record ? answer_with(*record, 201) : base::Result<HttpResponse>(record.error());
    respond(answer ? std::move(*answer) : error_response(answer.error()));
}

base::Result<HttpResponse> JobsController::list(const RoutedRequest& request) {
    FH_ASSIGN(auto filter, read_filter(request.query));
    const auto asked = static_cast<std::size_t>(filter.limit);
    ++filter.limit; // one more tells whether there is a next page
    FH_ASSIGN(auto records, m_jobs.list(filter));
    Json next;
    if (records.size() > asked) {
        records.resize(asked);
        next = records.back().job.job_id;
    }
    Json views = Json::array();
    for (const auto& record : records) {
        views.push_back(job_view(record, m_dispatcher.rules().max_attempts));
    }
    return HttpResponse{200, {{"jobs", std::move(views)}, {"next", std::move(next)}}, {}};
}

base::Result<HttpResponse> JobsController::show(const RoutedRequest& request) {
    FH_ASSIGN(const auto record, m_jobs.find(request.id));
    return answer_with(record, 200);
}

base::Result<HttpResponse> JobsController::cancel(const RoutedRequest& request) {
    FH_ASSIGN(const auto record, m_dispatcher.cancel(request.id));
    return answer_with(record, 200);
}

base::Result<HttpResponse> JobsController::retry(const RoutedRequest& request) {
    FH_ASSIGN(const auto record, m_dispatcher.retry(request.id));
    return answer_with(record, 200);
}

base::Result<HttpResponse> JobsController::answer_with(const JobRecord& record, int status) {
    FH_ASSIGN(const auto attempts, m_jobs.attempts(record.job.job_id));
    return HttpResponse{status, job_view(record, m_dispatcher.rules().max_attempts, attempts), {}};
}

} // namespace framehand::orchestrator
