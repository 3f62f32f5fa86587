// SPDX-License-Identifier: GPL-3.0-or-later
// On the real file system: symlinks are what it is about.
#include "core/storage/nas_root.h"
#include "tests/platform/this_system.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>

namespace framehand::test {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using storage::NasRoot;

class NasRootTest : public ::testing::Test {
protected:
    NasRootTest() {
        fs::create_directories(m_top / "nas/films");
        fs::create_directories(m_top / "outside/secret");
        std::ofstream(m_top / "nas/films/a.mkv") << "video";
        std::ofstream(m_top / "outside/secret/b.mkv") << "private";
    }

    ErrorCode input_error(const std::string& path) {
        const auto resolved = m_nas.resolve_input(path);
        return resolved ? ErrorCode::Internal : resolved.error().code;
    }

    ErrorCode destination_error(const std::string& path) {
        const auto resolved = m_nas.resolve_destination(path);
        return resolved ? ErrorCode::Internal : resolved.error().code;
    }

    TempFolder m_dir;
    const fs::path m_top = m_dir.path();
    const std::unique_ptr<ports::FileSystem> m_made = make_file_system();
    ports::FileSystem& m_files = *m_made;
    NasRoot m_nas{m_top / "nas/", m_files};
};

class NasRootLinksTest : public NasRootTest {
protected:
    void SetUp() override {
        if (!links_can_be_made(m_top)) {
            GTEST_SKIP() << "this user can make no symbolic links here";
        }
    }
};

TEST_F(NasRootTest, ResolvesWhatIsInside) {
    for (const std::string path : {"films/a.mkv", "films//a.mkv", "./films/a.mkv"}) {
        const auto input = m_nas.resolve_input(path);
        ASSERT_TRUE(input) << input.error().text();
        EXPECT_EQ(*input, m_top / "nas/films/a.mkv");
    }
    EXPECT_EQ(*m_nas.resolve_destination("films"), m_top / "nas/films");
    EXPECT_EQ(*m_nas.resolve_destination("films/new/1080p/"), m_top / "nas/films/new/1080p");
    EXPECT_EQ(*m_nas.resolve_destination(""), m_top / "nas");
    EXPECT_FALSE(fs::exists(m_top / "nas/films/new"));
}

TEST_F(NasRootLinksTest, ResolvesThoseThatStayInside) {
    fs::create_directory_symlink("films", m_top / "nas/alias");
    EXPECT_EQ(*m_nas.resolve_input("alias/a.mkv"), m_top / "nas/films/a.mkv");
    EXPECT_EQ(*m_nas.resolve_destination("alias/new"), m_top / "nas/films/new");
}

TEST_F(NasRootTest, TakesTheNamesThatThisSystemCanUse) {
    // A share may have them from other systems.
    for (const std::string name : {"What If?.mkv", "Alien: Covenant.mkv", "S.H.I.E.L.D."}) {
        if (fs::path::preferred_separator == '/') {
            std::ofstream(m_top / "nas/films" / name) << "video";
            EXPECT_TRUE(m_nas.resolve_input("films/" + name)) << name;
            EXPECT_TRUE(m_nas.resolve_destination("films/of " + name + "/new")) << name;
        } else { // another worker may be able to
            EXPECT_EQ(input_error("films/" + name), ErrorCode::PermissionDenied) << name;
            EXPECT_EQ(destination_error("films/of " + name + "/new"), ErrorCode::PermissionDenied) << name;
        }
    }
}

TEST_F(NasRootTest, NamesTheMissingInputByItsAbsolutePath) {
    const auto input = m_nas.resolve_input("films/none.mkv");
    ASSERT_FALSE(input);
    EXPECT_EQ(input.error().code, ErrorCode::NotFound);
    EXPECT_EQ(input.error().text(), "input file does not exist: " + (m_top / "nas" / "films" / "none.mkv").string());
    EXPECT_EQ(input_error("films/a.mkv/b"), ErrorCode::NotFound);
}

TEST_F(NasRootLinksTest, ADanglingOneIsAMissingInput) {
    fs::create_symlink("nowhere", m_top / "nas/dangling.mkv");
    EXPECT_EQ(input_error("dangling.mkv"), ErrorCode::NotFound);
}

TEST_F(NasRootTest, RefusesPathsThatLeaveTheRootByTheirText) {
    for (const std::string path : {"..", "../outside/secret/b.mkv", "films/../../outside/secret/b.mkv", "films/..",
                                   "/etc/passwd", "//films/a.mkv"}) {
        EXPECT_EQ(input_error(path), ErrorCode::PermissionDenied) << path;
        EXPECT_EQ(destination_error(path), ErrorCode::PermissionDenied) << path;
    }
    // Absolute paths are refused even if they happen to lie inside.
    EXPECT_EQ(input_error((m_top / "nas/films/a.mkv").string()), ErrorCode::PermissionDenied);
    EXPECT_EQ(input_error(""), ErrorCode::InvalidArgument);
    EXPECT_EQ(input_error(std::string("films/a.mkv\0.txt", 16)), ErrorCode::InvalidArgument);
    EXPECT_EQ(destination_error(std::string("films\0", 6)), ErrorCode::InvalidArgument);
}

TEST_F(NasRootLinksTest, RefusesThoseThatLeadOut) {
    fs::create_directory_symlink(m_top / "outside", m_top / "nas/out");
    fs::create_directory_symlink("../../outside/secret", m_top / "nas/films/relative");
    fs::create_symlink(m_top / "outside/secret/b.mkv", m_top / "nas/b.mkv");
    fs::create_symlink(m_top / "outside/not-there-yet", m_top / "nas/dangling");
    fs::create_directory_symlink("out", m_top / "nas/chain");
    for (const std::string path : {"out/secret/b.mkv", "films/relative/b.mkv", "b.mkv", "chain/secret/b.mkv"}) {
        EXPECT_EQ(input_error(path), ErrorCode::PermissionDenied) << path;
    }
    for (const std::string path :
         {"out", "out/new", "films/relative", "films/relative/new/1080p", "dangling", "dangling/new", "chain/secret"}) {
        EXPECT_EQ(destination_error(path), ErrorCode::PermissionDenied) << path;
    }
    EXPECT_FALSE(fs::exists(m_top / "outside/not-there-yet"));
}

TEST_F(NasRootLinksTest, RefusesANeighbourWhoseNameBeginsLikeTheRoot) {
    fs::create_directories(m_top / "nas-private");
    std::ofstream(m_top / "nas-private/c.mkv") << "private";
    fs::create_directory_symlink(m_top / "nas-private", m_top / "nas/c");
    EXPECT_EQ(input_error("c/c.mkv"), ErrorCode::PermissionDenied);
    EXPECT_EQ(destination_error("c"), ErrorCode::PermissionDenied);
}

TEST_F(NasRootTest, RefusesFoldersOfUnfinishedCommitsButNotOtherHiddenNames) {
    fs::create_directories(m_top / "nas/films/.framehand-7-0123");
    fs::create_directories(m_top / "nas/.hidden");
    EXPECT_EQ(destination_error("films/.framehand-7-0123"), ErrorCode::PermissionDenied);
    EXPECT_EQ(destination_error(".framehand"), ErrorCode::PermissionDenied);
    EXPECT_EQ(input_error("films/.framehand-7-0123/a.mkv"), ErrorCode::PermissionDenied);
    EXPECT_TRUE(m_nas.resolve_destination(".hidden/films"));
}

TEST_F(NasRootTest, RefusesWhatIsOfTheWrongKind) {
    EXPECT_EQ(input_error("films"), ErrorCode::InvalidArgument);
    EXPECT_EQ(destination_error("films/a.mkv"), ErrorCode::AlreadyExists);
    EXPECT_EQ(destination_error("films/a.mkv/1080p"), ErrorCode::AlreadyExists);
}

TEST_F(NasRootTest, SaysThatTheShareIsNotMounted) {
    const NasRoot absent(m_top / "not-mounted", m_files);
    for (const auto& error :
         {absent.resolve_input("films/a.mkv").error(), absent.resolve_destination("films").error()}) {
        EXPECT_EQ(error.code, ErrorCode::Unavailable);
        EXPECT_EQ(error.message,
                  "the NAS folder " + (m_top / "not-mounted").string() + " does not exist; is the share mounted?");
    }
}

TEST_F(NasRootLinksTest, AcceptsARootThatIsItselfOne) {
    fs::create_directory_symlink("nas", m_top / "mount");
    const NasRoot linked(m_top / "mount", m_files);
    EXPECT_EQ(*linked.resolve_input("films/a.mkv"), m_top / "nas/films/a.mkv");
    EXPECT_EQ(linked.resolve_input("films/none.mkv").error().message,
              "input file does not exist: " + (m_top / "mount/films/none.mkv").string());
}

} // namespace
} // namespace framehand::test
