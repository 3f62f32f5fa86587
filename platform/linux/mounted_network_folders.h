// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/network_folders.h"

#include <string_view>

namespace framehand::platform {

/// Reads /proc/self/mountinfo below `root` (proc(5)), and nothing of what is mounted: statvfs() of a share whose
/// machine is away does not return.
class MountedNetworkFolders final : public ports::NetworkFolders {
public:
    explicit MountedNetworkFolders(std::filesystem::path root = "/");

    [[nodiscard]] std::vector<std::filesystem::path> mounted() const override;

private:
    const std::filesystem::path m_root;
};

/// Whether a file system of this name lies on another machine: "nfs4", "cifs", "fuse.sshfs". Pure.
[[nodiscard]] bool is_network_file_system(std::string_view type);

} // namespace framehand::platform
