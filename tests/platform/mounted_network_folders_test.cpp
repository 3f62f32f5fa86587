// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/mounted_network_folders.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

namespace framehand::platform {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MountedNetworkFoldersTest : public testing::Test {
protected:
    [[nodiscard]] std::vector<std::filesystem::path> mounted(const std::string& table) const {
        root.write("proc/self/mountinfo", table);
        return MountedNetworkFolders(root.path()).mounted();
    }

    test::TempFolder root;
};

TEST_F(MountedNetworkFoldersTest, AreThoseOfOtherMachines) {
    EXPECT_THAT(mounted("22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                        "36 22 0:41 / /mnt/nas rw,noatime shared:20 master:1 - nfs4 nas:/films rw,vers=4.2\n"
                        "37 22 0:42 / /mnt/share rw - cifs //nas/share rw,username=me\n"
                        "38 22 0:43 / /run/user/1000/doc rw - fuse.portal portal rw\n"
                        "39 22 0:44 / /home/me/far rw shared:3 - fuse.sshfs me@far:/ rw\n"),
                ElementsAre("/mnt/nas", "/mnt/share", "/home/me/far"));
}

TEST_F(MountedNetworkFoldersTest, HaveTheirRealNames) {
    EXPECT_THAT(mounted("36 22 0:41 / /mnt/my\\040films\\134\\303\\274 rw - nfs4 nas:/a\\040b rw\n"),
                ElementsAre("/mnt/my films\\\xC3\xBC"));
    EXPECT_THAT(mounted("36 22 0:41 / /mnt/odd\\9\\04 rw - nfs4 nas:/a rw\n"), ElementsAre("/mnt/odd\\9\\04"))
        << "that is no escape";
}

TEST_F(MountedNetworkFoldersTest, AreNamedOnceAlsoWhereOneIsMountedOverAnother) {
    EXPECT_THAT(mounted("30 22 0:40 / /net/nas rw - autofs systemd-1 rw\n"
                        "36 30 0:41 / /net/nas rw - nfs nas:/a rw\n"
                        "37 36 0:41 / /net/nas rw - nfs nas:/a rw\n"),
                ElementsAre("/net/nas"));
}

TEST_F(MountedNetworkFoldersTest, LinesThatAreNoneAreSkipped) {
    EXPECT_THAT(mounted("\nnfs4\n36 22 0:41 / /mnt/half rw shared:1\n36 22 0:41 / /mnt/cut rw -\n"
                        "36 22 0:41 / /mnt/nas rw - nfs4 nas:/a rw"),
                ElementsAre("/mnt/nas"));
    EXPECT_THAT(MountedNetworkFolders(root.path() / "none").mounted(), IsEmpty());
}

TEST(NetworkFileSystem, IsToldByItsName) {
    EXPECT_TRUE(is_network_file_system("nfs4"));
    EXPECT_TRUE(is_network_file_system("cifs"));
    EXPECT_TRUE(is_network_file_system("fuse.sshfs"));
    EXPECT_FALSE(is_network_file_system("ext4"));
    EXPECT_FALSE(is_network_file_system("nfsd"));
    EXPECT_FALSE(is_network_file_system("fuse"));
}

} // namespace
} // namespace framehand::platform
