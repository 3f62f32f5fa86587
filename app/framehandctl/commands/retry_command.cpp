// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/retry_command.h"

#include "app/framehandctl/orchestrator_client.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view RetryCommand::description() const {
    return "Queue a failed or cancelled job again";
}

std::string_view RetryCommand::examples() const {
    return R"(Example:
  framehandctl retry 1f3a9c)";
}

void RetryCommand::add_options(CLI::App& app) {
    app.add_option("ID", m_job_id, "The job's id, as submit and jobs print it")->required();
}

base::Result<ExitCode> RetryCommand::run(Context& context) {
    FH_ASSIGN(OrchestratorClient orchestrator, context.orchestrator());
    FH_ASSIGN(const base::Json answer,
              orchestrator.post("/api/v1/jobs/" + url_escaped(m_job_id) + "/retry", base::Json::object()));
    context.console().line("queued again: " + m_job_id + "; follow it with: framehandctl job " + m_job_id);
    context.console().json(answer);
    return ExitCode::Ok;
}

} // namespace framehand::cli
