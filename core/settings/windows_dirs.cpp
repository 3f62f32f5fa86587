// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/windows_dirs.h"

#include <utility>

namespace framehand::settings {

DefaultDirs windows_dirs(const std::filesystem::path& roaming, const std::filesystem::path& local,
                         std::filesystem::path home, std::filesystem::path current) {
    DefaultDirs dirs;
    dirs.config_file = roaming / "Framehand" / "config.yml";
    dirs.data_dir = local / "Framehand";
    dirs.home = std::move(home);
    dirs.current = std::move(current);
    return dirs;
}

} // namespace framehand::settings
