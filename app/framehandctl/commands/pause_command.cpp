// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/pause_command.h"

#include "app/framehandctl/local_daemon.h"
#include "app/framehandctl/status_text.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view PauseCommand::description() const {
    return "Stop the running job at once and take no other one, until resume";
}

std::string_view PauseCommand::examples() const {
    return R"(The job stands still within milliseconds and loses nothing; a copy to the NAS that has begun ends first. The pause
holds across a restart of the daemon and of the machine.

Examples:
  framehandctl pause
  framehandctl pause --for 15m
  framehandctl pause --after-job)";
}

void PauseCommand::add_options(CLI::App& app) {
    app.add_option("--for", m_time, "Go on by itself after this time (default: until resume)")->type_name("TIME");
    app.add_flag("--after-job", m_after_job, "Do the running job first");
}

base::Result<ExitCode> PauseCommand::run(Context& context) {
    base::Json params = base::Json::object();
    if (!m_time.empty()) {
        const auto time = base::parse_duration(m_time);
        if (!time || *time <= base::Duration{0}) {
            return base::fail(base::ErrorCode::InvalidArgument,
                              "--for: expected a time such as 15m or 2h, not \"" + m_time + "\"");
        }
        params["minutes"] = static_cast<double>(time->count()) / 60'000;
    }
    FH_ASSIGN(auto daemon, connect_to_daemon(context));
    FH_ASSIGN(const auto state, daemon.call(m_after_job ? "finish-then-pause" : "pause", params));
    for (const std::string& line : daemon_lines(state)) {
        context.console().line(line);
    }
    context.console().json(state);
    return ExitCode::Ok;
}

} // namespace framehand::cli
