// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/config_set_command.h"

#include "core/settings/settings_writer.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view ConfigSetCommand::description() const {
    return "Change one setting in the settings file";
}

std::string_view ConfigSetCommand::examples() const {
    return R"(Comments and all other lines of the file stay as they are. A running daemon reads the file at its next start.

Examples:
  framehandctl config set orchestrator_url http://server:8787
  framehandctl config set sync_interval 5s)";
}

void ConfigSetCommand::add_options(CLI::App& app) {
    app.add_option("KEY", m_key, "Name of the setting, as \"config show\" lists it")->required();
    app.add_option("VALUE", m_value, "Its new value")->required();
}

base::Result<ExitCode> ConfigSetCommand::run(Context& context) {
    const std::filesystem::path path = settings::config_path(context.load_request());
    FH_TRY(settings::set_value(path, m_key, m_value, context.load_request().dirs.home));
    context.console().line(m_key + " is now " + m_value + " in " + path.string());
    context.console().json(base::Json{{"key", m_key}, {"value", m_value}, {"config_path", path.string()}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
