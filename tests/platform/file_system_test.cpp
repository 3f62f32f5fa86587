// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every user of the port relies on, on each operating system.
#include "core/base/sha256.h"
#include "core/ports/file_system.h"
#include "tests/platform/this_system.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace framehand::test {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using Kind = ports::FileSystem::Kind;

class FileSystemTest : public ::testing::Test {
protected:
    fs::path write(const fs::path& name, const std::string& content) {
        m_dir.write(name, content);
        return m_top / name;
    }

    std::string read(const fs::path& path) { return m_files.read_file(path, 100'000'000).value(); }

    TempFolder m_dir;
    const fs::path m_top = m_dir.path();
    const std::unique_ptr<ports::FileSystem> m_made = make_file_system();
    ports::FileSystem& m_files = *m_made;
};

class LinksTest : public FileSystemTest {
protected:
    void SetUp() override {
        if (!links_can_be_made(m_top)) {
            GTEST_SKIP() << "this user can make no symbolic links here";
        }
    }
};

TEST_F(FileSystemTest, TellsKinds) {
    const auto file = write("a", "x");
    EXPECT_EQ(*m_files.kind(file), Kind::File);
    EXPECT_EQ(*m_files.kind(m_top), Kind::Directory);
    EXPECT_EQ(*m_files.kind(m_top / "none"), Kind::Missing);
    EXPECT_EQ(*m_files.kind(m_top / "none" / "below"), Kind::Missing);
    EXPECT_EQ(*m_files.kind(file / "below a file"), Kind::Missing);
}

TEST_F(LinksTest, ALinkIsTheLinkItself) {
    write("a", "x");
    fs::create_symlink("a", m_top / "link");
    fs::create_symlink("nowhere", m_top / "dangling");
    EXPECT_EQ(*m_files.kind(m_top / "link"), Kind::Symlink);
    EXPECT_EQ(*m_files.kind(m_top / "dangling"), Kind::Symlink);
    const auto entries = m_files.list(m_top);
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ((*entries)[2].name, "link");
    EXPECT_EQ((*entries)[2].kind, Kind::Symlink);
}

TEST_F(FileSystemTest, ListsSortedWithKinds) {
    write("b", "x");
    write("a/c", "x");
    write(".c", "x");
    const auto entries = m_files.list(m_top);
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ((*entries)[0].name, ".c");
    EXPECT_EQ((*entries)[0].kind, Kind::File);
    EXPECT_EQ((*entries)[1].kind, Kind::Directory);
    EXPECT_EQ((*entries)[2].kind, Kind::File);
    EXPECT_EQ(m_files.list(m_top / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_files.list(m_top / "b").error().code, ErrorCode::NotFound) << "a file has no entries";
}

TEST_F(FileSystemTest, AnEmptyFolderHasNoEntries) {
    fs::create_directory(m_top / "empty");
    const auto entries = m_files.list(m_top / "empty");
    ASSERT_TRUE(entries);
    EXPECT_TRUE(entries->empty());
}

TEST_F(FileSystemTest, ReadsWholeFilesUpToALimit) {
    const auto file = write("a", std::string(200'000, 'x'));
    EXPECT_EQ(m_files.read_file(file, 200'000)->size(), 200'000U);
    EXPECT_EQ(m_files.read_file(file, 199'999).error().code, ErrorCode::CorruptData);
    EXPECT_EQ(*m_files.file_size(file), 200'000U);
    const auto missing = m_files.read_file(m_top / "none", 10);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_NE(missing.error().message.find((m_top / "none").string()), std::string::npos);
    EXPECT_FALSE(missing.error().cause.empty());
    EXPECT_EQ(m_files.file_size(m_top / "none").error().code, ErrorCode::NotFound);
}

TEST_F(FileSystemTest, WritesAtomicallyAndLeavesNoTemporaryFile) {
    const auto file = m_top / "settings";
    ASSERT_TRUE(m_files.write_file_atomic(file, "one"));
    ASSERT_TRUE(m_files.write_file_atomic(file, "two"));
    EXPECT_EQ(read(file), "two");
    fs::create_directory(m_top / "folder");
    EXPECT_FALSE(m_files.write_file_atomic(m_top / "folder", "three"));
    EXPECT_FALSE(m_files.write_file_atomic(m_top / "none/settings", "three"));
    EXPECT_EQ(m_files.list(m_top)->size(), 2U);
}

TEST_F(FileSystemTest, AppendsAndMakesTheFileFirst) {
    ASSERT_TRUE(m_files.append_file(m_top / "journal", "one\n"));
    ASSERT_TRUE(m_files.append_file(m_top / "journal", "two\n"));
    EXPECT_EQ(read(m_top / "journal"), "one\ntwo\n");
    EXPECT_EQ(m_files.append_file(m_top / "none/journal", "x").error().code, ErrorCode::NotFound);
}

TEST_F(FileSystemTest, CopiesAndHashesFilesOfAnySize) {
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

TEST_F(FileSystemTest, CancelsACopyAndAHash) {
    const auto from = write("from", "content");
    base::CancelSource cancel;
    cancel.cancel();
    EXPECT_EQ(m_files.copy_file(from, m_top / "to", cancel.token()).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(m_files.hash_file(from, cancel.token()).error().code, ErrorCode::Cancelled);
}

TEST_F(LinksTest, NothingIsWrittenThroughThem) {
    const auto from = write("from", "content");
    const auto victim = write("victim", "precious");
    fs::create_symlink("victim", m_top / "to");
    EXPECT_FALSE(m_files.copy_file(from, m_top / "to", {}));
    EXPECT_FALSE(m_files.append_file(m_top / "to", "content"));
    EXPECT_EQ(read(victim), "precious");
}

TEST_F(FileSystemTest, TellsWhichFoldersItHadToMake) {
    const auto made = m_files.create_directories(m_top / "a/b/c");
    ASSERT_TRUE(made);
    EXPECT_EQ(*made, (std::vector<fs::path>{m_top / "a", m_top / "a/b", m_top / "a/b/c"}));
    EXPECT_TRUE(m_files.create_directories(m_top / "a/b/c")->empty());
    EXPECT_EQ(m_files.create_directories(m_top / "a/b/d")->size(), 1U);
    write("file", "x");
    EXPECT_EQ(m_files.create_directories(m_top / "file").error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(m_files.create_directories(m_top / "file/below").error().code, ErrorCode::AlreadyExists);
}

TEST_F(FileSystemTest, RenamesFilesAndFoldersButNotOverAFullFolder) {
    write("new/a", "new");
    write("old/a", "old");
    EXPECT_EQ(m_files.rename(m_top / "new", m_top / "old").error().code, ErrorCode::AlreadyExists);
    EXPECT_TRUE(m_files.rename(m_top / "new/a", m_top / "old/a"));
    EXPECT_EQ(read(m_top / "old/a"), "new");
    EXPECT_TRUE(m_files.rename(m_top / "old", m_top / "new")) << "over an empty folder";
    EXPECT_EQ(read(m_top / "new/a"), "new");
    EXPECT_EQ(*m_files.kind(m_top / "old"), Kind::Missing);
    EXPECT_EQ(m_files.rename(m_top / "none", m_top / "x").error().code, ErrorCode::NotFound);
    EXPECT_TRUE(m_files.sync_directory(m_top));
    EXPECT_EQ(m_files.sync_directory(m_top / "none").error().code, ErrorCode::NotFound);
}

TEST_F(FileSystemTest, AFileAndAFolderDoNotReplaceEachOther) {
    write("file", "x");
    fs::create_directory(m_top / "folder");
    EXPECT_FALSE(m_files.rename(m_top / "file", m_top / "folder"));
    EXPECT_FALSE(m_files.rename(m_top / "folder", m_top / "file"));
    EXPECT_EQ(read(m_top / "file"), "x");
    EXPECT_EQ(*m_files.kind(m_top / "folder"), Kind::Directory);
}

TEST_F(FileSystemTest, RemovesTrees) {
    write("tree/a/b/c", "x");
    write("tree/d", "x");
    EXPECT_EQ(m_files.remove(m_top / "tree").error().code, ErrorCode::AlreadyExists);
    EXPECT_TRUE(m_files.remove_all(m_top / "tree"));
    EXPECT_FALSE(fs::exists(m_top / "tree"));
    write("folder/file", "x");
    EXPECT_TRUE(m_files.remove(m_top / "folder/file"));
    EXPECT_TRUE(m_files.remove(m_top / "folder"));
    EXPECT_FALSE(fs::exists(m_top / "folder"));
    EXPECT_TRUE(m_files.remove(m_top / "none"));
    EXPECT_TRUE(m_files.remove_all(m_top / "none"));
}

TEST_F(LinksTest, RemovingATreeDoesNotFollowThem) {
    const auto kept = write("outside/kept", "precious");
    write("tree/a/file", "x");
    fs::create_directory_symlink(m_top / "outside", m_top / "tree/a/link");
    EXPECT_TRUE(m_files.remove_all(m_top / "tree"));
    EXPECT_FALSE(fs::exists(m_top / "tree"));
    EXPECT_TRUE(fs::exists(kept));
    fs::create_directory_symlink(m_top / "outside", m_top / "link");
    EXPECT_TRUE(m_files.remove_all(m_top / "link"));
    EXPECT_TRUE(fs::exists(kept));
}

TEST_F(FileSystemTest, ResolvesPaths) {
    write("a/file", "x");
    EXPECT_EQ(*m_files.canonical(m_top / "a/../a/./file"), *m_files.canonical(m_top) / "a" / "file");
    EXPECT_EQ(m_files.canonical(m_top / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_files.canonical(m_top / "a/file/x").error().code, ErrorCode::NotFound);
}

TEST_F(LinksTest, AreResolved) {
    write("a/file", "x");
    fs::create_directory_symlink("a", m_top / "link");
    EXPECT_EQ(*m_files.canonical(m_top / "link/../link/file"), *m_files.canonical(m_top / "a/file"));
}

TEST_F(FileSystemTest, TellsFreeSpaceOfAFolderAndOfAFile) {
    const auto file = write("a", "x");
    EXPECT_GT(*m_files.free_bytes(m_top), 0U);
    EXPECT_GT(*m_files.free_bytes(file), 0U);
    EXPECT_EQ(m_files.free_bytes(m_top / "none").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace framehand::test
