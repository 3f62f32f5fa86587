// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/config_command.h"

#include "app/framehandctl/commands/config_check_command.h"
#include "app/framehandctl/commands/config_path_command.h"
#include "app/framehandctl/commands/config_set_command.h"
#include "app/framehandctl/commands/config_show_command.h"

namespace framehand::cli {

namespace {

std::vector<std::unique_ptr<Command>> config_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ConfigShowCommand>());
    commands.push_back(std::make_unique<ConfigCheckCommand>());
    commands.push_back(std::make_unique<ConfigSetCommand>());
    commands.push_back(std::make_unique<ConfigPathCommand>());
    return commands;
}

} // namespace

ConfigCommand::ConfigCommand() : CommandGroup(config_commands()) {
}

std::string_view ConfigCommand::description() const {
    return "Show, check and change the settings";
}

std::string_view ConfigCommand::examples() const {
    return R"(Examples:
  framehandctl config show
  framehandctl config set nas_mount_path /mnt/nas)";
}

} // namespace framehand::cli
