// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/jobs_command.h"

#include "app/framehandctl/job_view.h"
#include "app/framehandctl/orchestrator_client.h"
#include "app/framehandctl/table_printer.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace framehand::cli {

namespace {

std::string percent_of(const JobView& job) {
    if (job.state == jobs::JobState::Completed) {
        return "100 %";
    }
    return job.progress.percent < 0 ? std::string() : std::to_string(static_cast<int>(job.progress.percent)) + " %";
}

std::string remark_of(const JobView& job) {
    switch (job.state) {
    case jobs::JobState::Completed:
        return job.manifest_url;
    case jobs::JobState::Failed:
        return job.error;
    case jobs::JobState::Processing:
        return job.progress.eta_sec < 0
                   ? std::string()
                   : base::humanize_duration(base::Duration(static_cast<std::int64_t>(job.progress.eta_sec) * 1000)) +
                         " left";
    default:
        return {};
    }
}

} // namespace

std::string_view JobsCommand::description() const {
    return "List the orchestrator's jobs";
}

std::string_view JobsCommand::examples() const {
    return R"(Examples:
  framehandctl jobs
  framehandctl jobs --state FAILED --json)";
}

void JobsCommand::add_options(CLI::App& app) {
    app.add_option("--state", m_state, "Only jobs in this state: QUEUED, PROCESSING, COMPLETED, FAILED or CANCELLED")
        ->type_name("STATE");
}

base::Result<ExitCode> JobsCommand::run(Context& context) {
    std::ranges::transform(m_state, m_state.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (!m_state.empty() && !jobs::job_state_from_string(m_state)) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "--state: must be QUEUED, PROCESSING, COMPLETED, FAILED or CANCELLED, not \"" + m_state +
                              "\"");
    }
    FH_ASSIGN(OrchestratorClient orchestrator, context.orchestrator());
    FH_ASSIGN(const base::Json answer,
              orchestrator.get("/api/v1/jobs" + (m_state.empty() ? std::string() : "?state=" + m_state)));
    const auto list = answer.is_object() ? answer.find("jobs") : answer.end();
    if (list == answer.end() || !list->is_array()) {
        return base::fail(base::ErrorCode::CorruptData, "the orchestrator's answer is no list of jobs");
    }
    TablePrinter table({"JOB", "STATE", "PROGRESS", "VIDEO", "WORKER", "REMARK"});
    for (const base::Json& item : *list) {
        FH_ASSIGN(const JobView job, job_view_from_json(item));
        table.add_row({job.job_id, std::string(jobs::to_string(job.state)), percent_of(job), job.source_url,
                       job.worker_id, remark_of(job)});
    }
    if (table.empty()) {
        context.console().line(m_state.empty() ? "No jobs yet. Give one with: framehandctl submit VIDEO"
                                               : "No jobs in state " + m_state + ".");
    } else {
        for (const std::string& line : table.lines()) {
            context.console().line(line);
        }
    }
    if (const auto next = answer.find("next"); next != answer.end() && next->is_string()) {
        context.console().note("Only the latest " + std::to_string(list->size()) + " are shown; --state shows fewer.");
    }
    context.console().json(answer);
    return ExitCode::Ok;
}

} // namespace framehand::cli
