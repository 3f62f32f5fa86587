// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/posix_file_system.h"
#include "tests/support/private_mount.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>

namespace framehand::test {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using Kind = ports::FileSystem::Kind;

class PosixFileSystemTest : public ::testing::Test {
protected:
    fs::path write(const fs::path& name, const std::string& content) {
        fs::create_directories((m_top / name).parent_path());
        std::ofstream(m_top / name) << content;
        return m_top / name;
    }

    std::string read(const fs::path& path) { return m_files.read_file(path, 100'000'000).value(); }

    TempFolder m_dir;
    const fs::path m_top = m_dir.path();
    platform::PosixFileSystem m_files;
};

TEST_F(PosixFileSystemTest, APipeIsNeitherAFileNorAFolder) {
    ASSERT_EQ(::mkfifo((m_top / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(*m_files.kind(m_top / "pipe"), Kind::Other);
    EXPECT_EQ(m_files.list(m_top)->front().kind, Kind::Other);
}

TEST_F(PosixFileSystemTest, AnAtomicWriteKeepsTheMode) {
    const auto file = write("settings", "one");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(m_files.write_file_atomic(file, "two"));
    EXPECT_EQ(read(file), "two");
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(PosixFileSystemTest, SaysNoSpaceOnAFullDisk) {
    const auto from = write("from", std::string(2'000'000, 'x'));
    fs::create_directory(m_top / "disk");
    const auto told = run_on_small_disk(m_top / "disk", 1'000'000, [&] {
        const auto free = m_files.free_bytes(m_top / "disk");
        if (!free || *free == 0 || *free > 1'100'000) {
            return std::string("wrong free space");
        }
        const auto copied = m_files.copy_file(from, m_top / "disk/to", {});
        const auto written = m_files.write_file_atomic(m_top / "disk/small", std::string(100'000, 'x'));
        return copied || written
                   ? std::string("it fitted")
                   : std::string(to_string(copied.error().code)) + " " + std::string(to_string(written.error().code));
    });
    if (!told) {
        GTEST_SKIP() << "this machine does not let us mount";
    }
    EXPECT_EQ(*told, "no_space no_space");
}

TEST_F(PosixFileSystemTest, SaysPermissionDeniedOnAReadOnlyDisk) {
    const auto from = write("from", "content");
    write("disk/old", "old");
    write("disk/tree/file", "old");
    const fs::path disk = m_top / "disk";
    const auto told = run_on_read_only(disk, [&] {
        std::string codes;
        const auto add = [&](const auto& result) {
            codes += result ? "ok " : std::string(to_string(result.error().code)) + " ";
        };
        add(m_files.copy_file(from, disk / "new", {}));
        add(m_files.write_file_atomic(disk / "old", "new"));
        add(m_files.create_directories(disk / "folder"));
        add(m_files.rename(disk / "old", disk / "new"));
        add(m_files.remove(disk / "old"));
        add(m_files.remove_all(disk / "tree"));
        add(m_files.read_file(disk / "old", 100));
        return codes;
    });
    if (!told) {
        GTEST_SKIP() << "this machine does not let us mount";
    }
    EXPECT_EQ(*told, "permission_denied permission_denied permission_denied permission_denied permission_denied "
                     "permission_denied ok ");
}

} // namespace
} // namespace framehand::test
