// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/version_command.h"

#include "app/framehandctl/version.h"

namespace framehand::cli {

std::string_view VersionCommand::description() const {
    return "The version of this program";
}

std::string_view VersionCommand::examples() const {
    return R"(Example:
  framehandctl version)";
}

void VersionCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> VersionCommand::run(Context& context) {
    context.console().line("framehandctl " + std::string(version()));
    context.console().json(base::Json{{"name", "framehandctl"}, {"version", version()}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
