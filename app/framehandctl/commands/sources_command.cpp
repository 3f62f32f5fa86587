// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/sources_command.h"

#include "app/framehandctl/commands/sources_test_command.h"

namespace framehand::cli {

namespace {

std::vector<std::unique_ptr<Command>> sources_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<SourcesTestCommand>());
    return commands;
}

} // namespace

SourcesCommand::SourcesCommand() : CommandGroup(sources_commands()) {
}

std::string_view SourcesCommand::description() const {
    return "Look at where jobs come from";
}

std::string_view SourcesCommand::examples() const {
    return R"(Examples:
  framehandctl sources test
  framehandctl sources test redis)";
}

} // namespace framehand::cli
