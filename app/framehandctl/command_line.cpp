// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/command_line.h"

#include "app/framehandctl/command_group.h"
#include "app/framehandctl/version.h"
#include "core/base/text.h"
#include "core/settings/field_table.h"
#include "core/settings/places_in_words.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace framehand::cli {

namespace {

constexpr std::string_view kDescription =
    "framehandctl: the command line of Framehand, which turns videos into HLS packages on your NAS.";

constexpr std::string_view kFooter =
    R"(Settings come from flags, then the environment (WORKER_SYNC_INTERVAL for --sync-interval), then the settings
file, then defaults. "framehandctl config show" says what applies and where it comes from.

Exit codes:
  0  everything went well
  1  the job or the check failed
  2  wrong usage or wrong settings
  3  the orchestrator or the daemon does not answer
  4  cancelled, or interrupted with Ctrl-C

Examples:
  framehandctl doctor
  framehandctl submit /mnt/nas/films/heat.mkv --rungs 1080p,720p --wait
  framehandctl transcode heat.mkv ./heat-hls
  framehandctl submit --help)";

/// The words that could have stood where an unexpected one stands.
std::vector<std::string> known_words(const CLI::App& app) {
    std::vector<std::string> words;
    for (const CLI::App* verb : app.get_subcommands({})) {
        words.push_back(verb->get_name());
    }
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            words.push_back("--" + name);
        }
    }
    return words;
}

/// The innermost verb that was recognized.
const CLI::App* chosen(const CLI::App& app) {
    const auto verbs = app.get_subcommands();
    return verbs.empty() ? &app : chosen(*verbs.front());
}

/// "framehandctl config set": the verbs that were recognized.
std::string typed_words(const CLI::App& app) {
    const auto verbs = app.get_subcommands();
    return app.get_name() + (verbs.empty() ? std::string() : " " + typed_words(*verbs.front()));
}

/// Verbs before options, because there are many options.
class HelpFormatter final : public CLI::Formatter {
public:
    HelpFormatter() {
        label("SUBCOMMAND", "VERB");
        label("REQUIRED", "");
        label("TEXT", "");
        column_width(30);
    }

    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
        if (mode == CLI::AppFormatMode::Sub) {
            return make_expanded(app);
        }
        return make_description(app) + make_usage(app, std::move(name)) + make_positionals(app) +
               make_subcommands(app, mode) + make_groups(app, mode) + "\n" + make_footer(app);
    }
};

} // namespace

struct CommandLine::Parser {
    explicit Parser(std::vector<std::unique_ptr<Command>> list)
        : commands(std::move(list)), app(std::string(kDescription), "framehandctl") {
        app.allow_windows_style_options(false); // on Windows, too, "/films" is a path
        app.formatter(std::make_shared<HelpFormatter>());
        app.require_subcommand(1);
        app.footer(std::string(kFooter));
        app.set_version_flag("--version", "framehandctl " + std::string(version()), "Print the version and exit");
        app.add_flag("--json", json, "Results as JSON, one object a line");
        app.add_option("--config", config, "The settings file (default: " + settings::usual_config_file() + ")")
            ->type_name("FILE")
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        for (const settings::Field& field : settings::fields()) {
            app.add_option(field.flag(), flags[std::string(field.key)], std::string(field.help))
                ->type_name(std::string(field.placeholder))
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
                ->group("Settings");
        }
        for (const auto& command : commands) {
            apps.push_back(add_command(app, *command));
        }
    }

    [[nodiscard]] GlobalOptions global() const {
        GlobalOptions result;
        result.mode = json ? OutputMode::JsonLines : OutputMode::Text;
        if (app.count("--config") > 0) {
            result.config_path = config;
        }
        for (const settings::Field& field : settings::fields()) {
            if (app.count(field.flag()) > 0) {
                result.flags.insert(*flags.find(std::string(field.key)));
            }
        }
        return result;
    }

    [[nodiscard]] std::string help() const {
        std::string path = typed_words(app);
        const CLI::App* verb = chosen(app);
        if (verb == &app) {
            return app.help();
        }
        path.resize(path.size() - verb->get_name().size() - 1);
        return verb->help(path);
    }

    [[nodiscard]] std::string usage_message(const CLI::ParseError& error) const {
        const CLI::App* verb = chosen(app);
        std::string message = error.what();
        const std::vector<std::string> unexpected = app.remaining(true);
        if (!unexpected.empty()) {
            std::vector<std::string> words = known_words(*verb);
            if (verb != &app) {
                const std::vector<std::string> more = known_words(app);
                words.insert(words.end(), more.begin(), more.end());
            }
            const std::string word = unexpected.front().substr(0, unexpected.front().find('='));
            message = "unexpected \"" + unexpected.front() + "\"" + settings::suggestion(word, words);
        } else if (verb == &app && app.get_subcommands().empty()) {
            message = "a verb is missing, such as submit, status or doctor";
        }
        return message + "\nSee: " + typed_words(app) + " --help";
    }

    std::vector<std::unique_ptr<Command>> commands;
    CLI::App app;
    std::vector<CLI::App*> apps; ///< of commands, in the same order; owned by app
    bool json = false;
    std::string config;
    std::map<std::string, std::string> flags;
};

CommandLine::CommandLine(std::vector<std::unique_ptr<Command>> commands)
    : m_parser(std::make_unique<Parser>(std::move(commands))) {
}

CommandLine::~CommandLine() = default;

CommandLine::Parsed CommandLine::parse(std::vector<std::string> arguments) {
    CLI::App& app = m_parser->app;
    std::ranges::reverse(arguments); // the parser takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::CallForVersion& call) {
        return {nullptr, {}, ExitCode::Ok, call.what()};
    } catch (const CLI::Success&) {
        return {nullptr, {}, ExitCode::Ok, m_parser->help()};
    } catch (const CLI::ParseError& error) {
        Parsed wrong{nullptr, {}, ExitCode::Usage, m_parser->usage_message(error)};
        wrong.global.mode = m_parser->json ? OutputMode::JsonLines : OutputMode::Text;
        return wrong;
    }
    Parsed parsed{nullptr, m_parser->global(), ExitCode::Ok, {}};
    for (std::size_t i = 0; i < m_parser->apps.size(); ++i) {
        if (m_parser->apps[i]->parsed()) {
            parsed.command = m_parser->commands[i].get();
        }
    }
    return parsed;
}

} // namespace framehand::cli
