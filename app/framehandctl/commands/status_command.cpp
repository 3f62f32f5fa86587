// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/status_command.h"

#include "app/framehandctl/local_daemon.h"
#include "app/framehandctl/orchestrator_client.h"
#include "app/framehandctl/status_text.h"
#include "core/doctor/orchestrator_doctor.h"

#include <algorithm>

namespace framehand::cli {

namespace {

/// Not, if jobs come from other queues only, and nobody asks for one by a flag.
bool is_of_interest(const settings::LoadedSettings& loaded, const base::Json& daemon_state) {
    const auto& jobs_come_from = loaded.settings.job_source;
    return std::ranges::find(jobs_come_from, "orchestrator") != jobs_come_from.end() ||
           loaded.sources.at("orchestrator_url").starts_with("flag") ||
           (daemon_state.is_object() && daemon_state.value("mode", "worker") != "worker");
}

} // namespace

std::string_view StatusCommand::description() const {
    return "What the daemon here does or waits for, and the orchestrator";
}

std::string_view StatusCommand::examples() const {
    return R"(Exit code 3 if the daemon on this machine or the orchestrator does not answer.

Examples:
  framehandctl status
  framehandctl status --json)";
}

void StatusCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> StatusCommand::run(Context& context) {
    Console& console = context.console();
    base::Json json{{"daemon", nullptr}, {"orchestrator", nullptr}};
    ExitCode exit = ExitCode::Ok;
    const auto problem = [&](const char* who, const base::Error& error) {
        console.line(std::string(who) + ": " + error.text());
        json[std::string(who) + "_error"] = base::to_json(error);
        exit = ExitCode::Unreachable;
    };

    auto daemon = connect_to_daemon(context);
    auto state = daemon ? daemon->call("state.get") : base::Result<base::Json>(daemon.error());
    if (state) {
        for (const std::string& line : daemon_lines(*state)) {
            console.line(line);
        }
        json["daemon"] = std::move(*state);
        json["daemon_version"] = daemon->daemon_version();
    } else {
        problem("daemon", state.error());
    }
    FH_ASSIGN(const auto* loaded, context.settings());
    if (!is_of_interest(*loaded, json["daemon"])) {
        console.json(json);
        return exit;
    }
    FH_ASSIGN(OrchestratorClient orchestrator, context.orchestrator());
    auto health = orchestrator.get("/healthz");
    if (health) {
        console.line("orchestrator: " + doctor::orchestrator_line(*health, orchestrator.url()));
        json["orchestrator"] = std::move(*health);
    } else {
        problem("orchestrator", health.error());
    }
    console.json(json);
    return exit;
}

} // namespace framehand::cli
