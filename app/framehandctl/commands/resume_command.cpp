// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/resume_command.h"

#include "app/framehandctl/local_daemon.h"
#include "app/framehandctl/status_text.h"

namespace framehand::cli {

std::string_view ResumeCommand::description() const {
    return "End a pause: the job goes on where it stood";
}

std::string_view ResumeCommand::examples() const {
    return R"(Example:
  framehandctl resume)";
}

void ResumeCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ResumeCommand::run(Context& context) {
    FH_ASSIGN(auto daemon, connect_to_daemon(context));
    FH_ASSIGN(const auto state, daemon.call("resume"));
    for (const std::string& line : daemon_lines(state)) {
        context.console().line(line);
    }
    context.console().json(state);
    return ExitCode::Ok;
}

} // namespace framehand::cli
