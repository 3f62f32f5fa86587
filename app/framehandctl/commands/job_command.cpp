// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/job_command.h"

#include "app/framehandctl/display_width.h"
#include "app/framehandctl/job_view.h"
#include "app/framehandctl/orchestrator_client.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

namespace {

std::vector<std::string> lines_of(const JobView& job) {
    std::vector<std::string> lines;
    const auto add = [&lines](const std::string& name, const std::string& value) {
        if (!value.empty()) {
            lines.push_back(padded(name, 10) + printable(value));
        }
    };
    add("job", job.job_id);
    add("state", std::string(jobs::to_string(job.state)));
    add("video", job.source_url);
    add("worker", job.worker_id);
    if (!jobs::is_terminal(job.state)) {
        add("progress", progress_text(job.progress));
    }
    add("package", job.manifest_url);
    add("submitted", job.created_at);
    for (const std::string& note : job.notes) {
        add("note", note);
    }
    for (const std::string& cause : causes_of(job)) {
        add("cause", cause);
    }
    if (job.state == jobs::JobState::Failed || job.state == jobs::JobState::Cancelled) {
        add("next", "framehandctl retry " + job.job_id);
    }
    return lines;
}

} // namespace

std::string_view JobCommand::description() const {
    return "Show one job: state, progress, result, causes";
}

std::string_view JobCommand::examples() const {
    return R"(Example:
  framehandctl job 1f3a9c --json)";
}

void JobCommand::add_options(CLI::App& app) {
    app.add_option("ID", m_job_id, "The job's id, as submit and jobs print it")->required();
}

base::Result<ExitCode> JobCommand::run(Context& context) {
    FH_ASSIGN(OrchestratorClient orchestrator, context.orchestrator());
    FH_ASSIGN(const base::Json answer, orchestrator.get("/api/v1/jobs/" + url_escaped(m_job_id)));
    FH_ASSIGN(const JobView job, job_view_from_json(answer));
    for (const std::string& line : lines_of(job)) {
        context.console().line(line);
    }
    context.console().json(answer);
    return ExitCode::Ok;
}

} // namespace framehand::cli
