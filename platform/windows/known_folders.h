// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace framehand::platform {

/// Folders of the person who runs this program, absolute. SHGetKnownFolderPath(), since the environment may name those
/// of somebody else; "" where Windows does not tell.
struct KnownFolders {
    std::filesystem::path profile; ///< C:\Users\ann
    std::filesystem::path roaming; ///< settings that go with the person from machine to machine
    std::filesystem::path local;   ///< data that stays on this machine
};

[[nodiscard]] KnownFolders known_folders();

} // namespace framehand::platform
