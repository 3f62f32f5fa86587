// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/orchestrator_answers.h"

#include <utility>

namespace framehand::sources {

namespace {

constexpr std::size_t kCauseBytes = 300;
constexpr std::size_t kMaxJobId = 200;

std::string reason_in(const ports::HttpResponse& response) {
    const auto body = answer_object(response);
    const auto error = body.find("error");
    if (error != body.end() && error->is_string()) {
        return error->get<std::string>().substr(0, kCauseBytes);
    }
    if (error != body.end() && error->is_object()) {
        return base::error_from_json(*error).text().substr(0, kCauseBytes);
    }
    return response.body.substr(0, kCauseBytes);
}

base::ErrorCode code_of(int status) {
    switch (status) {
    case 401:
    case 403:
        return base::ErrorCode::PermissionDenied;
    case 404:
        return base::ErrorCode::NotFound;
    case 408:
        return base::ErrorCode::Timeout;
    case 429:
        return base::ErrorCode::Unavailable;
    default:
        return status >= 400 && status < 500 ? base::ErrorCode::InvalidArgument : base::ErrorCode::Unavailable;
    }
}

} // namespace

bool is_success(const ports::HttpResponse& response) {
    return response.status >= 200 && response.status < 300;
}

base::Json answer_object(const ports::HttpResponse& response) {
    auto parsed = base::parse_json(response.body, "answer");
    return parsed && parsed->is_object() ? std::move(*parsed) : base::Json::object();
}

base::Error answer_error(const ports::HttpResponse& response, std::string_view call) {
    return base::fail(code_of(response.status),
                      "the orchestrator answered " + std::string(call) + " with HTTP " +
                          std::to_string(response.status),
                      reason_in(response));
}

base::Result<Taken> taken_from_answer(const base::Json& answer) {
    const auto assigned = answer.find("assigned_job");
    if (assigned == answer.end() || assigned->is_null() || (assigned->is_object() && assigned->empty())) {
        return Taken{};
    }
    auto job = jobs::job_from_json(*assigned);
    Lease lease;
    std::string& id = lease.job_id;
    if (assigned->is_object()) {
        if (const auto found = assigned->find("attempt"); found != assigned->end() && found->is_number_integer()) {
            lease.attempt = found->get<int>();
        }
        if (const auto found = assigned->find("job_id"); found != assigned->end() && found->is_string()) {
            id = found->get<std::string>();
        }
    }
    if (id.empty() || id == "." || id == ".." || id.size() > kMaxJobId) {
        return base::fail(base::ErrorCode::InvalidArgument, "the orchestrator assigned a job without a usable job_id",
                          job ? std::string{} : job.error().text());
    }
    if (!job) {
        JobOutcome outcome;
        outcome.lease = std::move(lease);
        outcome.failed_step = FailedStep::Assignment;
        outcome.retry = Retry::Useless;
        outcome.error_message = "the job cannot be read: " + job.error().text();
        return Taken{std::move(outcome)};
    }
    return Taken{Assignment{std::move(*job), std::move(lease)}};
}

} // namespace framehand::sources
