// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// Where files lie when nothing says otherwise, for people; the build chooses by the operating system.

namespace framehand::settings {

/// "~/.config/framehand/config.yml"
[[nodiscard]] std::string usual_config_file();
/// "framehand/agent.sock in $XDG_RUNTIME_DIR, or agent.sock in the data folder"
[[nodiscard]] std::string usual_api_socket();

} // namespace framehand::settings
