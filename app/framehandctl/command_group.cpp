// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/command_group.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

CLI::App* add_command(CLI::App& parent, Command& command) {
    CLI::App* app = parent.add_subcommand(std::string(command.name()), std::string(command.description()));
    app->fallthrough();
    app->footer(std::string(command.examples()) +
                "\nSettings and --json may follow any verb; see framehandctl --help.");
    command.add_options(*app);
    return app;
}

void CommandGroup::add_options(CLI::App& app) {
    app.require_subcommand(1);
    for (const auto& command : m_commands) {
        m_apps.push_back(add_command(app, *command));
    }
}

base::Result<ExitCode> CommandGroup::run(Context& context) {
    for (std::size_t i = 0; i < m_apps.size(); ++i) {
        if (m_apps[i]->parsed()) {
            return m_commands[i]->run(context);
        }
    }
    return base::fail(base::ErrorCode::InvalidArgument, "\"" + std::string(name()) +
                                                            "\" needs a second word; see framehandctl " +
                                                            std::string(name()) + " --help");
}

} // namespace framehand::cli
