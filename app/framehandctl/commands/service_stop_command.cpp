// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/service_stop_command.h"

#include "core/base/json.h"

namespace framehand::cli {

std::string_view ServiceStopCommand::description() const {
    return "Stop the daemon's service now, keeping unfinished work, until it starts by itself again";
}

std::string_view ServiceStopCommand::examples() const {
    return R"(Example:
  framehandctl service stop)";
}

void ServiceStopCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ServiceStopCommand::run(Context& context) {
    FH_TRY(context.services().service.stop());
    context.console().line("the service is stopped");
    context.console().json(base::Json{{"activity", "stopped"}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
