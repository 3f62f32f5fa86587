// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/network_folders.h"

#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace framehand::ui {

bool is_network_file_system(const QByteArray& type) {
    constexpr std::array kTypes{"nfs",        "nfs4", "cifs", "smb2",      "smb3",   "smbfs",
                                "fuse.sshfs", "9p",   "ceph", "glusterfs", "davfs2", "fuse.rclone"};
    return std::ranges::any_of(kTypes, [&type](const char* known) { return type == known; });
}

QStringList network_folders() {
    QStringList folders;
    for (const auto& volume : QStorageInfo::mountedVolumes()) {
        if (is_network_file_system(volume.fileSystemType())) {
            folders.append(volume.rootPath());
        }
    }
    return folders;
}

} // namespace framehand::ui
