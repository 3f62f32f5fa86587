// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace framehand::settings {

using Environment = std::map<std::string, std::string>;

/// Where a user's files lie when no setting says otherwise.
struct DefaultDirs {
    std::filesystem::path home;
    std::filesystem::path current;     ///< the working directory
    std::filesystem::path config_file; ///< need not exist
    std::filesystem::path data_dir;    ///< need not exist
    std::string runtime_dir; ///< for the sockets of this login, on a local disk; "": none is set apart for them
};

/// By the XDG Base Directory rules: $XDG_CONFIG_HOME/framehand/config.yml and $XDG_DATA_HOME/framehand, with ~/.config
/// and ~/.local/share where a variable is unset or not absolute; $XDG_RUNTIME_DIR as it is.
[[nodiscard]] DefaultDirs xdg_dirs(const Environment& environment, std::filesystem::path home,
                                   std::filesystem::path current);

} // namespace framehand::settings
