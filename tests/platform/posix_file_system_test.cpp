// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
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

TEST_F(PosixFileSystemTest, TellsKindsWithoutFollowingSymlinks) {
    const auto file = write("a", "x");
    fs::create_symlink("a", m_top / "link");
    fs::create_symlink("nowhere", m_top / "dangling");
    ASSERT_EQ(::mkfifo((m_top / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(*m_files.kind(file), Kind::File);
    EXPECT_EQ(*m_files.kind(m_top), Kind::Directory);
    EXPECT_EQ(*m_files.kind(m_top / "link"), Kind::Symlink);
    EXPECT_EQ(*m_files.kind(m_top / "dangling"), Kind::Symlink);
    EXPECT_EQ(*m_files.kind(m_top / "pipe"), Kind::Other);
    EXPECT_EQ(*m_files.kind(m_top / "none"), Kind::Missing);
    EXPECT_EQ(*m_files.kind(file / "below a file"), Kind::Missing);
}

TEST_F(PosixFileSystemTest, ListsSortedWithKinds) {
    write("b", "x");
    write("a/c", "x");
    fs::create_symlink("b", m_top / ".c");
    const auto entries = m_files.list(m_top);
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ((*entries)[0].name, ".c");
    EXPECT_EQ((*entries)[0].kind, Kind::Symlink);
    EXPECT_EQ((*entries)[1].kind, Kind::Directory);
    EXPECT_EQ((*entries)[2].kind, Kind::File);
    EXPECT_EQ(m_files.list(m_top / "none").error().code, ErrorCode::NotFound);
}

TEST_F(PosixFileSystemTest, ReadsWholeFilesUpToALimit) {
    const auto file = write("a", std::string(200'000, 'x'));
    EXPECT_EQ(m_files.read_file(file, 200'000)->size(), 200'000U);
    EXPECT_EQ(m_files.read_file(file, 199'999).error().code, ErrorCode::CorruptData);
    EXPECT_EQ(*m_files.file_size(file), 200'000U);
    const auto missing = m_files.read_file(m_top / "none", 10);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_NE(missing.error().message.find((m_top / "none").string()), std::string::npos);
    EXPECT_FALSE(missing.error().cause.empty());
}

TEST_F(PosixFileSystemTest, WritesAtomicallyKeepsTheModeAndLeavesNoTemporaryFile) {
    const auto file = m_top / "settings";
    ASSERT_TRUE(m_files.write_file_atomic(file, "one"));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(m_files.write_file_atomic(file, "two"));
    EXPECT_EQ(read(file), "two");
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    fs::create_directory(m_top / "folder");
    EXPECT_FALSE(m_files.write_file_atomic(m_top / "folder", "three"));
    EXPECT_FALSE(m_files.write_file_atomic(m_top / "none/settings", "three"));
    EXPECT_EQ(m_files.list(m_top)->size(), 2U);
}

TEST_F(PosixFileSystemTest, CopiesAndHashesFilesOfAnySize) {
    for (const std::size_t size : {0U, 1U, 1024U * 1024U, 3U * 1024U * 1024U + 17U}) {
        std::string content(size, '\0');
        for (std::size_t i = 0; i < size; ++i) {
            content[i] = static_cast<char>(i * 31 + i / 1024);
        }
        const auto from = write("from", content);
        write("to", "something longer that was there before");
        const auto copied = m_files.copy_file(from, m_top / "to", {});
        ASSERT_TRUE(copied) << copied.error().text();
        EXPECT_EQ(copied->bytes, size);
        EXPECT_EQ(copied->sha256, base::sha256_hex(content));
        EXPECT_EQ(read(m_top / "to"), content);
        const auto back = m_files.hash_file(m_top / "to", {});
        EXPECT_EQ(back->bytes, size);
        EXPECT_EQ(back->sha256, copied->sha256);
    }
}

TEST_F(PosixFileSystemTest, CancelsACopyAndAHash) {
    const auto from = write("from", "content");
    base::CancelSource cancel;
    cancel.cancel();
    EXPECT_EQ(m_files.copy_file(from, m_top / "to", cancel.token()).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(m_files.hash_file(from, cancel.token()).error().code, ErrorCode::Cancelled);
}

TEST_F(PosixFileSystemTest, DoesNotWriteThroughASymlink) {
    const auto from = write("from", "content");
    const auto victim = write("victim", "precious");
    fs::create_symlink("victim", m_top / "to");
    EXPECT_FALSE(m_files.copy_file(from, m_top / "to", {}));
    EXPECT_EQ(read(victim), "precious");
}

TEST_F(PosixFileSystemTest, TellsWhichFoldersItHadToMake) {
    const auto made = m_files.create_directories(m_top / "a/b/c");
    ASSERT_TRUE(made);
    EXPECT_EQ(*made, (std::vector<fs::path>{m_top / "a", m_top / "a/b", m_top / "a/b/c"}));
    EXPECT_TRUE(m_files.create_directories(m_top / "a/b/c")->empty());
    EXPECT_EQ(m_files.create_directories(m_top / "a/b/d")->size(), 1U);
    write("file", "x");
    EXPECT_EQ(m_files.create_directories(m_top / "file").error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(m_files.create_directories(m_top / "file/below").error().code, ErrorCode::AlreadyExists);
}

TEST_F(PosixFileSystemTest, RenamesFilesAndFoldersButNotOverAFullFolder) {
    write("new/a", "new");
    write("old/a", "old");
    EXPECT_EQ(m_files.rename(m_top / "new", m_top / "old").error().code, ErrorCode::AlreadyExists);
    EXPECT_TRUE(m_files.rename(m_top / "new/a", m_top / "old/a"));
    EXPECT_EQ(read(m_top / "old/a"), "new");
    EXPECT_TRUE(m_files.rename(m_top / "old", m_top / "new"));
    EXPECT_EQ(m_files.rename(m_top / "none", m_top / "x").error().code, ErrorCode::NotFound);
    EXPECT_TRUE(m_files.sync_directory(m_top));
    EXPECT_EQ(m_files.sync_directory(m_top / "none").error().code, ErrorCode::NotFound);
}

TEST_F(PosixFileSystemTest, RemovesTreesWithoutFollowingSymlinks) {
    const auto kept = write("outside/kept", "precious");
    write("tree/a/b/c", "x");
    write("tree/d", "x");
    fs::create_directory_symlink(m_top / "outside", m_top / "tree/a/link");
    EXPECT_EQ(m_files.remove(m_top / "tree").error().code, ErrorCode::AlreadyExists);
    EXPECT_TRUE(m_files.remove_all(m_top / "tree"));
    EXPECT_FALSE(fs::exists(m_top / "tree"));
    EXPECT_TRUE(fs::exists(kept));
    fs::create_directory_symlink(m_top / "outside", m_top / "link");
    EXPECT_TRUE(m_files.remove_all(m_top / "link"));
    EXPECT_TRUE(fs::exists(kept));
    EXPECT_TRUE(m_files.remove(m_top / "none"));
    EXPECT_TRUE(m_files.remove_all(m_top / "none"));
    EXPECT_TRUE(m_files.remove(m_top / "outside/kept"));
    EXPECT_TRUE(m_files.remove(m_top / "outside"));
}

TEST_F(PosixFileSystemTest, ResolvesSymlinks) {
    write("a/file", "x");
    fs::create_directory_symlink("a", m_top / "link");
    EXPECT_EQ(*m_files.canonical(m_top / "link/../link/file"), m_top / "a/file");
    EXPECT_EQ(m_files.canonical(m_top / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_files.canonical(m_top / "a/file/x").error().code, ErrorCode::NotFound);
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
