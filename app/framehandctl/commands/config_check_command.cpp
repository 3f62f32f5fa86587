// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/config_check_command.h"

namespace framehand::cli {

std::string_view ConfigCheckCommand::description() const {
    return "Read the settings and list every mistake";
}

std::string_view ConfigCheckCommand::examples() const {
    return R"(Examples:
  framehandctl config check
  framehandctl config check --config ./new.yml)";
}

void ConfigCheckCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ConfigCheckCommand::run(Context& context) {
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    const std::string path = loaded->config_path.string();
    context.console().line("ok: " + (loaded->config_exists ? path : "no settings file; defaults apply (" + path + ")"));
    context.console().json(base::Json{
        {"ok", true}, {"config_path", path}, {"config_exists", loaded->config_exists}, {"warnings", loaded->warnings}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
