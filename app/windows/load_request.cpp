// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windows/load_request.h"

#include "core/settings/windows_dirs.h"
#include "platform/windows/known_folders.h"

namespace framehand::windows {

settings::LoadRequest load_request() {
    return settings::load_request_of_this_process([](const settings::Environment&, std::filesystem::path home,
                                                     std::filesystem::path current) {
        const auto folders = platform::known_folders();
        // Qt has them with "/".
        return settings::windows_dirs(folders.roaming, folders.local, home.make_preferred(), current.make_preferred());
    });
}

} // namespace framehand::windows
