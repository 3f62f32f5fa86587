// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/resume_command.h"

#include "app/framehandctl/local_daemon.h"
#include "app/framehandctl/status_text.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view ResumeCommand::description() const {
    return "End a pause: the job goes on where it stood";
}

std::string_view ResumeCommand::examples() const {
    return R"(What the machine itself has against work, such as a keyboard in use, holds all the same and is told.

Examples:
  framehandctl resume
  framehandctl resume --ignore-input 1h)";
}

void ResumeCommand::add_options(CLI::App& app) {
    app.add_option("--ignore-input", m_ignore_input, "For this time work although keyboard and mouse are in use")
        ->type_name("TIME");
}

base::Result<ExitCode> ResumeCommand::run(Context& context) {
    base::Json ignored = base::Json::object();
    if (!m_ignore_input.empty()) {
        const auto time = base::parse_duration(m_ignore_input);
        if (!time || *time <= base::Duration{0}) {
            return base::fail(base::ErrorCode::InvalidArgument,
                              "--ignore-input: expected a time such as 15m or 2h, not \"" + m_ignore_input + "\"");
        }
        ignored["minutes"] = static_cast<double>(time->count()) / 60'000;
    }
    FH_ASSIGN(auto daemon, connect_to_daemon(context));
    FH_ASSIGN(auto state, daemon.call("resume"));
    if (!ignored.empty()) {
        FH_ASSIGN(state, daemon.call("ignore-in-use", ignored));
    }
    for (const std::string& line : daemon_lines(state)) {
        context.console().line(line);
    }
    context.console().json(state);
    return ExitCode::Ok;
}

} // namespace framehand::cli
