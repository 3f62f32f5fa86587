// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/secret_set_command.h"

#include "app/framehandctl/await.h"
#include "app/framehandctl/secret_keeper.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view SecretSetCommand::description() const {
    return "Keep a secret, which is read from standard input";
}

std::string_view SecretSetCommand::examples() const {
    return R"(At a terminal nothing of what is typed is shown. The daemon takes the secret at its next start.

Examples:
  framehandctl secret set redis-password
  framehandctl secret set s3-secret-key < key.txt)";
}

void SecretSetCommand::add_options(CLI::App& app) {
    app.add_option("NAME", m_name, "Name of the secret, as \"secret list\" lists it")->required();
}

base::Result<ExitCode> SecretSetCommand::run(Context& context) {
    FH_ASSIGN(const auto secret, secret_named(m_name));
    const auto& services = context.services();
    FH_ASSIGN(const auto value, await<base::Secret>(services.interrupted, [&](auto done) {
                  return services.secrets.ask(m_name + " (not shown): ", std::move(done));
              }));
    FH_TRY(change_secret(context, secret, value));
    context.console().line(m_name + " is kept; framehandd takes it at its next start");
    context.console().json(base::Json{{"name", m_name}, {"kept", true}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
