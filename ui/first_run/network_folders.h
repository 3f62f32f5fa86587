// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace framehand::ui {

/// Where shares of other machines are mounted on this one, as the OS knows without reaching out to them.
[[nodiscard]] QStringList network_folders();

/// Whether a file system of this name lies on another machine: "nfs4", "cifs", "fuse.sshfs". Pure.
[[nodiscard]] bool is_network_file_system(const QByteArray& type);

} // namespace framehand::ui
