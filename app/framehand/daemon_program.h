// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand/options.h"
#include "core/base/result.h"
#include "core/settings/settings_loader.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::desktop {

/// The framehandd that the desktop app starts where none runs.
struct DaemonProgram {
    enum class Purpose {
        Work,
        SetUp, ///< to be set up by the person: it cannot work before somebody has said where the videos are
    };

    std::filesystem::path path;
    std::vector<std::string> arguments;
    std::filesystem::path errors; ///< a file for what it writes to standard error, made anew at each start
    Purpose purpose = Purpose::Work;
};

/// A worker where somebody has said for which orchestrator, else both in one; one without work where nobody has said
/// where the videos are. It writes its log into a file of the data folder unless the settings name another one.
/// InvalidArgument for settings that are wrong.
[[nodiscard]] base::Result<DaemonProgram> daemon_program(const settings::LoadRequest& request, const Options& options,
                                                         const std::filesystem::path& program_dir);

} // namespace framehand::desktop
