// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/config_set_command.h"

#include "app/framehandctl/local_daemon.h"
#include "core/settings/settings_loader.h"
#include "core/settings/settings_writer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace framehand::cli {

namespace {

/// The running daemon that reads this very file; none, if there is no such one.
std::optional<api::LocalClient> daemon_with(const std::filesystem::path& file, Context& context) {
    if (!settings::load(context.load_request())) {
        return std::nullopt; // a file that cannot be read is about to be mended
    }
    auto daemon = connect_to_daemon(context);
    auto described = daemon ? daemon->call("settings.describe") : base::Result<base::Json>(daemon.error());
    if (!described || described->value("config_path", "") != file.string()) {
        return std::nullopt;
    }
    return std::move(*daemon);
}

/// From when on the daemon goes by it, of the answer to settings.set.
std::string when(const base::Json& outcome, const std::string& key) {
    if (const auto& overridden = outcome.at("overridden"); overridden.contains(key)) {
        return "; " + overridden.at(key).get<std::string>() + " says otherwise, which counts";
    }
    constexpr std::array<std::pair<const char*, const char*>, 3> kWhen{{
        {"at_once", "; the running daemon has it already"},
        {"next_job", "; the running daemon has it from its next job on"},
        {"restart", "; the running daemon has it from its next start on"},
    }};
    for (const auto& [list, words] : kWhen) {
        const auto& keys = outcome.at(list);
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) {
            return words;
        }
    }
    return {};
}

} // namespace

std::string_view ConfigSetCommand::description() const {
    return "Change one setting in the settings file";
}

std::string_view ConfigSetCommand::examples() const {
    return R"(Comments and all other lines of the file stay as they are. A running daemon goes by it at once where
it can; the answer says from when on.

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
    std::string when_it_counts;
    if (auto daemon = daemon_with(path, context)) {
        FH_ASSIGN(const auto outcome, daemon->call("settings.set", {{"values", {{m_key, m_value}}}}));
        when_it_counts = when(outcome, m_key);
    } else {
        FH_TRY(settings::set_value(path, m_key, m_value, context.load_request().dirs.home));
    }
    context.console().line(m_key + " is now " + m_value + " in " + path.string() + when_it_counts);
    context.console().json(base::Json{{"key", m_key}, {"value", m_value}, {"config_path", path.string()}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
