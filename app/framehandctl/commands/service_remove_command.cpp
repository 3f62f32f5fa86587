// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/service_remove_command.h"

#include "core/base/json.h"

namespace framehand::cli {

std::string_view ServiceRemoveCommand::description() const {
    return "Stop the daemon's service and forget it; settings and data stay";
}

std::string_view ServiceRemoveCommand::examples() const {
    return R"(Example:
  framehandctl service remove)";
}

void ServiceRemoveCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ServiceRemoveCommand::run(Context& context) {
    FH_TRY(context.services().service.remove());
    context.console().line("the service is gone");
    context.console().json(base::Json{{"installed", false}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
