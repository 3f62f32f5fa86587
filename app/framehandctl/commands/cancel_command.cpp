// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/cancel_command.h"

#include "app/framehandctl/orchestrator_client.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view CancelCommand::description() const {
    return "Stop a job; its destination stays as it was before";
}

std::string_view CancelCommand::examples() const {
    return R"(Example:
  framehandctl cancel 1f3a9c)";
}

void CancelCommand::add_options(CLI::App& app) {
    app.add_option("ID", m_job_id, "The job's id, as submit and jobs print it")->required();
}

base::Result<ExitCode> CancelCommand::run(Context& context) {
    FH_ASSIGN(OrchestratorClient orchestrator, context.orchestrator());
    FH_ASSIGN(const base::Json answer, orchestrator.remove("/api/v1/jobs/" + url_escaped(m_job_id)));
    context.console().line("cancelled: " + m_job_id);
    context.console().json(answer);
    return ExitCode::Ok;
}

} // namespace framehand::cli
