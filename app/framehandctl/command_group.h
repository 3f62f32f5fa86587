// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"

#include <memory>
#include <vector>

namespace framehand::cli {

/// A verb that is followed by another one: "config show", "config set". Exactly one of them must be named.
class CommandGroup : public Command {
public:
    explicit CommandGroup(std::vector<std::unique_ptr<Command>> commands) : m_commands(std::move(commands)) {}

    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    std::vector<std::unique_ptr<Command>> m_commands;
    std::vector<CLI::App*> m_apps; ///< of m_commands, in the same order; owned by the parent app
};

/// Adds a verb below `parent`, with its help and examples, and gives its app.
CLI::App* add_command(CLI::App& parent, Command& command);

} // namespace framehand::cli
