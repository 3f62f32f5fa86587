// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/default_dirs.h"

#include <utility>

namespace framehand::settings {

namespace {

std::filesystem::path base_folder(const Environment& environment, const std::string& name,
                                  const std::filesystem::path& fallback) {
    const auto found = environment.find(name);
    if (found == environment.end()) {
        return fallback;
    }
    const std::filesystem::path path(found->second);
    return path.is_absolute() ? path : fallback;
}

} // namespace

DefaultDirs xdg_dirs(const Environment& environment, std::filesystem::path home, std::filesystem::path current) {
    DefaultDirs dirs;
    dirs.config_file = base_folder(environment, "XDG_CONFIG_HOME", home / ".config") / "framehand" / "config.yml";
    dirs.data_dir = base_folder(environment, "XDG_DATA_HOME", home / ".local" / "share") / "framehand";
    if (const auto runtime = environment.find("XDG_RUNTIME_DIR"); runtime != environment.end()) {
        dirs.runtime_dir = runtime->second;
    }
    dirs.home = std::move(home);
    dirs.current = std::move(current);
    return dirs;
}

} // namespace framehand::settings
