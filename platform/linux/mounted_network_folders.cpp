// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/mounted_network_folders.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace framehand::platform {

namespace {

namespace fs = std::filesystem;

struct Mount {
    std::string point;
    std::string type;
};

/// Blanks, tabs, line ends and backslashes of a path are written as "\040".
std::string without_escapes(std::string_view text) {
    constexpr std::size_t kDigits = 3;
    const auto is_octal = [](char digit) { return digit >= '0' && digit <= '7'; };
    std::string plain;
    while (!text.empty()) {
        const auto digits = text.substr(1, kDigits);
        if (text.front() == '\\' && digits.size() == kDigits && std::ranges::all_of(digits, is_octal)) {
            int value = 0;
            for (const char digit : digits) {
                value = value * 8 + (digit - '0');
            }
            plain += static_cast<char>(value);
            text.remove_prefix(1 + kDigits);
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return plain;
}

/// "36 35 98:0 / /mnt/nas rw,noatime shared:1 - nfs4 nas:/films rw"; there may be any number of words before the "-".
std::optional<Mount> mount_of(const std::string& line) {
    std::istringstream words(line);
    std::string word;
    Mount mount;
    for (int skipped = 0; skipped < 4; ++skipped) {
        words >> word;
    }
    words >> mount.point;
    do {
        words >> word;
    } while (words && word != "-");
    if (!(words >> mount.type)) {
        return std::nullopt;
    }
    mount.point = without_escapes(mount.point);
    return mount;
}

} // namespace

bool is_network_file_system(std::string_view type) {
    constexpr std::array<std::string_view, 12> kTypes{"nfs",  "nfs4",      "cifs",       "smb2",
                                                      "smb3", "smbfs",     "fuse.sshfs", "9p",
                                                      "ceph", "glusterfs", "davfs2",     "fuse.rclone"};
    return std::ranges::find(kTypes, type) != kTypes.end();
}

MountedNetworkFolders::MountedNetworkFolders(fs::path root) : m_root(std::move(root)) {
}

std::vector<fs::path> MountedNetworkFolders::mounted() const {
    std::vector<fs::path> folders;
    std::ifstream file(m_root / "proc/self/mountinfo");
    for (std::string line; std::getline(file, line);) {
        const auto mount = mount_of(line);
        if (mount && is_network_file_system(mount->type) &&
            std::ranges::find(folders, fs::path(mount->point)) == folders.end()) {
            folders.emplace_back(mount->point);
        }
    }
    return folders;
}

} // namespace framehand::platform
