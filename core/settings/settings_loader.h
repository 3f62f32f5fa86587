// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/settings/default_dirs.h"
#include "core/settings/settings.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace framehand::settings {

/// Everything that settings are made from, so that loading depends on nothing else.
struct LoadRequest {
    std::optional<std::filesystem::path> config_path; ///< of --config: must exist. Else dirs.config_file, if it exists
    std::optional<std::string> config_text;           ///< what the file is taken to say, whatever it says on the disk
    Environment environment;
    std::map<std::string, std::string> flags; ///< key ("sync_interval") -> text
    DefaultDirs dirs;
    std::string host_name;
};

/// Where a user's files lie by the rules of one operating system, such as xdg_dirs().
using DirsRule =
    std::function<DefaultDirs(const Environment&, std::filesystem::path home, std::filesystem::path current)>;

/// A request with this process's environment, home, working directory and host name.
[[nodiscard]] LoadRequest load_request_of_this_process(const DirsRule& rule);

/// The file that load() reads, absolute. It need not exist.
[[nodiscard]] std::filesystem::path config_path(const LoadRequest& request);

struct LoadedSettings {
    Settings settings;
    /// Key -> "flag --sync-interval", "environment WORKER_SYNC_INTERVAL", "/path/config.yml:12" or "default".
    std::map<std::string, std::string> sources;
    std::filesystem::path config_path; ///< the file that was read, or that would be if it existed
    bool config_exists = false;
    /// Sentences on what looks like a mistake but is not ours to refuse: unknown WORKER_ names in the environment.
    std::vector<std::string> warnings;
};

/// Flag before environment before file before default. Empty variables of the environment count as unset. Relative
/// paths start at the file's folder, or at the working directory for flags and environment. The default
/// orchestrator_url is that of this machine's own orchestrator: it follows listen_address and listen_port.
///
/// InvalidArgument holds one line for each mistake, all of them at once: "/path/config.yml:7: unknown key ...".
/// NotFound if the file of `config_path` is missing.
[[nodiscard]] base::Result<LoadedSettings> load(const LoadRequest& request);

} // namespace framehand::settings
