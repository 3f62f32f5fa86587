// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/service_install_command.h"

#include "core/base/json.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view ServiceInstallCommand::description() const {
    return "Start the daemon by itself from now on, without any window, and now";
}

std::string_view ServiceInstallCommand::examples() const {
    return R"(On Linux the daemon runs as a service of yours, for "systemctl --user", from each login on, walled off from the rest of
the system. On Windows it is a service of the machine, which starts with it under an account of its own; to install it takes a
terminal that was opened with "Run as administrator". It reads the settings file; flags of this command do not go into it. Run
it again after the program has been moved.

Examples:
  framehandctl service install
  framehandctl service install --no-start)";
}

void ServiceInstallCommand::add_options(CLI::App& app) {
    app.add_flag("--no-start", m_no_start, "Do not start it now");
    auto* owner = app.add_option("--owner", m_owner, "Install it for somebody else (Windows): their SID");
    auto* config = app.add_option("--config-file", m_config_file, "Their settings file");
    auto* data = app.add_option("--data-folder", m_data_folder, "Their data folder");
    owner->needs(config)->needs(data);
    config->needs(owner);
    data->needs(owner);
}

base::Status ServiceInstallCommand::install(ports::BackgroundService& service) const {
    return m_owner.empty() ? service.install() : service.install_for({m_owner, m_config_file, m_data_folder});
}

base::Result<ExitCode> ServiceInstallCommand::run(Context& context) {
    if (!context.load_request().flags.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, "the service reads the settings file only: set \"" +
                                                                context.load_request().flags.begin()->first +
                                                                "\" with framehandctl config set");
    }
    auto& service = context.services().service;
    FH_TRY(install(service));
    context.console().note(service.kind() == ports::BackgroundService::Kind::OfTheUser
                               ? "the daemon starts at each login from now on"
                               : "the daemon starts with the machine from now on");
    if (m_no_start) {
        context.console().line("the service is installed");
        context.console().json(base::Json{{"installed", true}});
        return ExitCode::Ok;
    }
    FH_TRY(service.start());
    context.console().line("the service runs");
    context.console().json(base::Json{{"installed", true}, {"activity", "running"}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
