// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/service_start_command.h"

#include "core/base/json.h"

namespace framehand::cli {

std::string_view ServiceStartCommand::description() const {
    return "Start the daemon's service now, and wait until it is ready";
}

std::string_view ServiceStartCommand::examples() const {
    return R"(Example:
  framehandctl service start)";
}

void ServiceStartCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ServiceStartCommand::run(Context& context) {
    FH_TRY(context.services().service.start());
    context.console().line("the service runs");
    context.console().json(base::Json{{"activity", "running"}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
