// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings_loader.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace framehand::daemon {

enum class Mode {
    Worker,       ///< works for an orchestrator somewhere
    Orchestrator, ///< hands out jobs
    All,          ///< both, for one machine alone
    Auto,         ///< Worker where somebody has said for which orchestrator, else All; only on the command line
};

[[nodiscard]] std::string_view to_string(Mode mode);

/// What Auto means with these settings; any other mode as it is.
[[nodiscard]] Mode settled(Mode mode, const settings::LoadedSettings& loaded);

/// What framehandd ends with. Service managers depend on the numbers.
enum class ExitCode {
    Ok = 0,     ///< stopped because it was asked to
    Failed = 1, ///< could not start, for a reason outside its settings
    Usage = 2,  ///< wrong usage or wrong settings: a restart will not help
};

struct Arguments {
    Mode mode = Mode::All;
    std::optional<std::filesystem::path> config_path;
    std::optional<std::filesystem::path> api_socket;
    std::map<std::string, std::string> flags; ///< setting's key -> text
};

/// A text to print instead of running (--help, --version, wrong usage), and how to end.
struct PrintAndExit {
    ExitCode code = ExitCode::Ok;
    std::string text;
};

/// `arguments` without the program's name.
[[nodiscard]] std::variant<Arguments, PrintAndExit> parse_command_line(std::vector<std::string> arguments);

/// Of this build, "0.1.0".
[[nodiscard]] std::string_view version();

} // namespace framehand::daemon
