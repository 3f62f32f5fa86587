// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/service_status_command.h"

#include "core/base/json.h"

namespace framehand::cli {

namespace {

using Activity = ports::ServiceState::Activity;

std::string_view word_of(Activity activity) {
    switch (activity) {
    case Activity::Stopped:
        return "stopped";
    case Activity::Starting:
        return "starting";
    case Activity::Running:
        return "running";
    case Activity::Stopping:
        return "stopping";
    case Activity::Failed:
        return "failed";
    }
    return "stopped";
}

base::Json json_of(const ports::ServiceState& state) {
    return {{"installed", state.installed}, {"activity", word_of(state.activity)},
            {"said", state.said},           {"process_id", state.process_id},
            {"restarts", state.restarts},   {"runs_without_login", state.runs_without_login},
            {"unit", state.unit.string()}};
}

} // namespace

std::string_view ServiceStatusCommand::description() const {
    return "Whether the daemon's service is installed and runs, and what it does";
}

std::string_view ServiceStatusCommand::examples() const {
    return R"(The exit code is 0 if it runs and 1 if not. Its log: on Linux "journalctl --user -u framehandd", on Windows framehandd.log in
the data folder, and the Event Viewer.

Examples:
  framehandctl service status
  framehandctl service status --json)";
}

void ServiceStatusCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> ServiceStatusCommand::run(Context& context) {
    auto& service = context.services().service;
    FH_ASSIGN(const auto state, service.status());
    auto& console = context.console();
    std::string line = "service: " + std::string(word_of(state.activity));
    if (!state.said.empty()) {
        line += "; " + state.said;
    }
    console.line(line);
    const std::string when =
        service.kind() == ports::BackgroundService::Kind::OfTheUser ? "at login: " : "with the machine: ";
    console.line(when + (state.installed ? "it starts" : "it does not start; not installed"));
    if (state.process_id != 0) {
        console.line("process: " + std::to_string(state.process_id) + ", restarted after a failure " +
                     std::to_string(state.restarts) + " times");
    }
    if (!state.unit.empty()) {
        console.line("unit: " + state.unit.string());
    }
    if (!state.advice.empty()) {
        console.note(state.advice);
    }
    console.json(json_of(state));
    return state.activity == Activity::Running ? ExitCode::Ok : ExitCode::Failed;
}

} // namespace framehand::cli
