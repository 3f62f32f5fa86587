// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/command_line.h"

#include "core/settings/field_table.h"
#include "core/settings/places_in_words.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

namespace framehand::daemon {

namespace {

constexpr std::string_view kDescription =
    "framehandd: the daemon of Framehand. It takes transcode jobs, hands them out, or both.";

constexpr std::string_view kFooter =
    R"(Settings come from flags, then the environment (WORKER_SYNC_INTERVAL for --sync-interval), then the settings
file, then defaults. SIGTERM or Ctrl-C stops it and keeps unfinished work for the next start; a second one ends it at
once.

Exit codes:
  0  stopped because it was asked to
  1  could not start
  2  wrong usage or wrong settings

Examples:
  framehandd all --nas-mount-path /mnt/nas
  framehandd worker --orchestrator-url http://nas.local:8787 --nas-mount-path /mnt/nas)";

constexpr std::pair<Mode, std::string_view> kModes[] = {
    {Mode::Worker, "Transcode for the orchestrator at orchestrator_url"},
    {Mode::Orchestrator, "Take jobs over HTTP and hand them to workers"},
    {Mode::All, "Both in one process, for one machine alone"},
    {Mode::Auto, "A worker where orchestrator_url is set, else both; what the service runs"},
};

} // namespace

std::string_view to_string(Mode mode) {
    switch (mode) {
    case Mode::Worker:
        return "worker";
    case Mode::Orchestrator:
        return "orchestrator";
    case Mode::All:
        return "all";
    case Mode::Auto:
        return "auto";
    }
    return "all";
}

std::string_view version() {
    return FRAMEHAND_VERSION;
}

Mode settled(Mode mode, const settings::LoadedSettings& loaded) {
    if (mode != Mode::Auto) {
        return mode;
    }
    const auto source = loaded.sources.find("orchestrator_url");
    return source != loaded.sources.end() && source->second != "default" ? Mode::Worker : Mode::All;
}

std::variant<Arguments, PrintAndExit> parse_command_line(std::vector<std::string> arguments) {
    CLI::App app(std::string(kDescription), "framehandd");
    app.allow_windows_style_options(false); // on Windows, too, "/films" is a path
    app.footer(std::string(kFooter));
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", "framehandd " + std::string(version()), "Print the version and exit");
    std::string config;
    std::string socket;
    std::map<std::string, std::string> flags;
    const auto last = CLI::MultiOptionPolicy::TakeLast;
    app.add_option("--config", config, "The settings file (default: " + settings::usual_config_file() + ")")
        ->type_name("FILE")
        ->multi_option_policy(last);
    app.add_option("--api-socket", socket, "Socket of the local API (default: " + settings::usual_api_socket() + ")")
        ->type_name("FILE")
        ->multi_option_policy(last);
    for (const settings::Field& field : settings::fields()) {
        app.add_option(field.flag(), flags[std::string(field.key)], std::string(field.help))
            ->type_name(std::string(field.placeholder))
            ->multi_option_policy(last)
            ->group("Settings");
    }
    for (const auto& [mode, help] : kModes) {
        app.add_subcommand(std::string(to_string(mode)), std::string(help));
    }

    std::ranges::reverse(arguments); // the parser takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::CallForVersion& call) {
        return PrintAndExit{ExitCode::Ok, call.what()};
    } catch (const CLI::Success&) {
        return PrintAndExit{ExitCode::Ok, app.help()};
    } catch (const CLI::ParseError& error) {
        return PrintAndExit{ExitCode::Usage, std::string(error.what()) + "\nSee: framehandd --help"};
    }

    Arguments parsed;
    for (const auto& [mode, help] : kModes) {
        if (app.got_subcommand(std::string(to_string(mode)))) {
            parsed.mode = mode;
        }
    }
    if (app.count("--config") > 0) {
        parsed.config_path = config;
    }
    if (app.count("--api-socket") > 0) {
        parsed.api_socket = socket;
    }
    for (const settings::Field& field : settings::fields()) {
        if (app.count(field.flag()) > 0) {
            parsed.flags.insert(*flags.find(std::string(field.key)));
        }
    }
    return parsed;
}

} // namespace framehand::daemon
