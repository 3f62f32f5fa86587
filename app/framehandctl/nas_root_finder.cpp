// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/nas_root_finder.h"

namespace framehand::cli {

base::Result<std::filesystem::path> find_nas_root(Context& context) {
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    if (!loaded->settings.nas_mount_path.empty()) {
        return loaded->settings.nas_mount_path;
    }
    return base::fail(base::ErrorCode::InvalidArgument,
                      "where the NAS is mounted is not known; say it once with: framehandctl config set nas_mount_path "
                      "/mnt/nas, or each time with --nas-mount-path /mnt/nas");
}

} // namespace framehand::cli
