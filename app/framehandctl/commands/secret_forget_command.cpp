// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/secret_forget_command.h"

#include "app/framehandctl/secret_keeper.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view SecretForgetCommand::description() const {
    return "Forget a secret that was kept";
}

std::string_view SecretForgetCommand::examples() const {
    return R"(Fine if none was kept. A secret of the environment or of the service manager can be changed only there.

Example:
  framehandctl secret forget redis-password)";
}

void SecretForgetCommand::add_options(CLI::App& app) {
    app.add_option("NAME", m_name, "Name of the secret, as \"secret list\" lists it")->required();
}

base::Result<ExitCode> SecretForgetCommand::run(Context& context) {
    FH_ASSIGN(const auto secret, secret_named(m_name));
    FH_TRY(change_secret(context, secret, std::nullopt));
    context.console().line(m_name + " is forgotten; a running framehandd has it until its next start");
    context.console().json(base::Json{{"name", m_name}, {"kept", false}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
