// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/secret_command.h"

#include "app/framehandctl/commands/secret_forget_command.h"
#include "app/framehandctl/commands/secret_list_command.h"
#include "app/framehandctl/commands/secret_set_command.h"

namespace framehand::cli {

namespace {

std::vector<std::unique_ptr<Command>> secret_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<SecretListCommand>());
    commands.push_back(std::make_unique<SecretSetCommand>());
    commands.push_back(std::make_unique<SecretForgetCommand>());
    return commands;
}

} // namespace

SecretCommand::SecretCommand() : CommandGroup(secret_commands()) {
}

std::string_view SecretCommand::description() const {
    return "Keep the passwords and keys of job sources and object storage";
}

std::string_view SecretCommand::examples() const {
    return R"(They are no settings: a secret is in a file of its own in the data folder, which nobody else may read.

Examples:
  framehandctl secret list
  framehandctl secret set redis-password
  framehandctl secret forget redis-password)";
}

} // namespace framehand::cli
