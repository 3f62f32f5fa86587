// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace framehand::api {

/// Where the daemon of this user listens, for itself and its clients: `<runtime_dir>/framehand/agent.sock`, or
/// `<data_dir>/agent.sock` where `runtime_dir` (settings::DefaultDirs) is empty or not absolute.
[[nodiscard]] std::filesystem::path default_socket_path(const std::string& runtime_dir,
                                                        const std::filesystem::path& data_dir);

} // namespace framehand::api
