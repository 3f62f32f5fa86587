// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/service_command.h"

#include "app/framehandctl/commands/service_install_command.h"
#include "app/framehandctl/commands/service_remove_command.h"
#include "app/framehandctl/commands/service_start_command.h"
#include "app/framehandctl/commands/service_status_command.h"
#include "app/framehandctl/commands/service_stop_command.h"

namespace framehand::cli {

namespace {

std::vector<std::unique_ptr<Command>> service_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ServiceInstallCommand>());
    commands.push_back(std::make_unique<ServiceRemoveCommand>());
    commands.push_back(std::make_unique<ServiceStatusCommand>());
    commands.push_back(std::make_unique<ServiceStartCommand>());
    commands.push_back(std::make_unique<ServiceStopCommand>());
    return commands;
}

} // namespace

ServiceCommand::ServiceCommand() : CommandGroup(service_commands()) {
}

std::string_view ServiceCommand::description() const {
    return "The daemon in the background, without any window, as a service";
}

std::string_view ServiceCommand::examples() const {
    return R"(Examples:
  framehandctl config set nas_mount_path /mnt/nas
  framehandctl service install
  framehandctl service status)";
}

} // namespace framehand::cli
