// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace framehand::desktop {

enum class FirstWindow { Shown, Hidden };

struct Options {
    std::optional<std::filesystem::path> config_path;
    std::optional<std::filesystem::path> api_socket;
    FirstWindow first_window = FirstWindow::Shown;
};

/// A text to print instead of running, and the exit status: 0, or 2 for wrong usage.
struct PrintAndExit {
    int status = 0;
    std::string text;
};

/// `arguments` without the program's name.
[[nodiscard]] std::variant<Options, PrintAndExit> parse_options(std::vector<std::string> arguments);

/// Of this build, "0.1.0".
[[nodiscard]] std::string_view version();

} // namespace framehand::desktop
