// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/config_path_command.h"

namespace framehand::cli {

std::string_view ConfigPathCommand::description() const {
    return "Where the settings file is, or would be";
}

std::string_view ConfigPathCommand::examples() const {
    return R"help(Example:
  nano "$(framehandctl config path)")help";
}

void ConfigPathCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ConfigPathCommand::run(Context& context) {
    // Not by loading: this must work just when the file has a mistake.
    const settings::LoadRequest& request = context.load_request();
    const std::string path = settings::config_path(request).string();
    context.console().line(path);
    context.console().json(base::Json{{"config_path", path}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
