// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/default_dirs.h"

namespace framehand::settings {

/// As Windows has them: Framehand\config.yml in the folder of a user's settings that go with them from machine to
/// machine, Framehand in that of what stays on this one (both absolute). There is no folder for sockets.
[[nodiscard]] DefaultDirs windows_dirs(const std::filesystem::path& roaming, const std::filesystem::path& local,
                                       std::filesystem::path home, std::filesystem::path current);

} // namespace framehand::settings
