// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/service_install_command.h"

#include "core/base/json.h"

namespace framehand::cli {

std::string_view ServiceInstallCommand::description() const {
    return "Start the daemon at each login, without any window, and now";
}

std::string_view ServiceInstallCommand::examples() const {
    return R"(The daemon runs as a service of yours, for "systemctl --user", walled off from the rest of the system. It reads the
settings file; flags of this command do not go into it. Run it again after the program has been moved.

Example:
  framehandctl service install)";
}

void ServiceInstallCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ServiceInstallCommand::run(Context& context) {
    if (!context.load_request().flags.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, "the service reads the settings file only: set \"" +
                                                                context.load_request().flags.begin()->first +
                                                                "\" with framehandctl config set");
    }
    auto& service = context.services().service;
    FH_TRY(service.install());
    context.console().note("the daemon starts at each login from now on");
    FH_TRY(service.start());
    context.console().line("the service runs");
    context.console().json(base::Json{{"installed", true}, {"activity", "running"}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
