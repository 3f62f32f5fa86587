// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

namespace framehand::desktop {

namespace {

constexpr std::string_view kDescription =
    "framehand: the desktop app of Framehand. It shows in the tray and in a window what this PC transcodes, and pauses "
    "it.\nA framehandd that runs already is used; where none runs, the service is started that is to start by itself, "
    "else one that ends with this program.";

} // namespace

std::string_view version() {
    return FRAMEHAND_VERSION;
}

std::variant<Options, PrintAndExit> parse_options(std::vector<std::string> arguments) {
    CLI::App app(std::string(kDescription), "framehand");
    app.allow_windows_style_options(false); // on Windows, too, "/films" is a path
    app.set_version_flag("--version", "framehand " + std::string(version()), "Print the version and exit");
    std::string config;
    std::string socket;
    bool hidden = false;
    app.add_option("--config", config, "The settings file of a framehandd that is started")->type_name("FILE");
    app.add_option("--api-socket", socket, "Socket of the framehandd to use")->type_name("FILE");
    app.add_flag("--hidden", hidden, "Begin in the tray, without the window");
    std::ranges::reverse(arguments); // the parser takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::CallForVersion& call) {
        return PrintAndExit{0, call.what()};
    } catch (const CLI::Success&) {
        return PrintAndExit{0, app.help()};
    } catch (const CLI::ParseError& error) {
        return PrintAndExit{2, std::string(error.what()) + "\nSee: framehand --help"};
    }
    Options options;
    if (app.count("--config") > 0) {
        options.config_path = config;
    }
    if (app.count("--api-socket") > 0) {
        options.api_socket = socket;
    }
    options.first_window = hidden ? FirstWindow::Hidden : FirstWindow::Shown;
    return options;
}

} // namespace framehand::desktop
