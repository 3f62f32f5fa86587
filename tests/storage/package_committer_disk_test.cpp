// SPDX-License-Identifier: GPL-3.0-or-later
// The committer on real disks: a plain one, one that is too small, one that is read-only.
#include "core/base/sha256.h"
#include "core/storage/package_committer.h"
#include "tests/platform/this_system.h"
#include "tests/storage/sample_package.h"
#include "tests/support/private_mount.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace framehand::test {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;

class CommitterOnDisk : public ::testing::Test {
protected:
    CommitterOnDisk() { fs::create_directories(m_top / "nas"); }

    void write_files(const SamplePackage& package, const fs::path& folder) {
        for (const auto& [path, content] : package.files) {
            fs::create_directories((folder / path).parent_path());
            std::ofstream(folder / path, std::ios::binary) << content;
        }
    }

    base::Result<storage::CommitReceipt> commit(const SamplePackage& package, std::uint64_t reserve = 0) {
        const auto job = m_staging.create("7");
        write_files(package, job->package_dir);
        const storage::NasRoot nas(m_top / "nas", m_files);
        return storage::PackageCommitter(m_files, nas)
            .commit({"7", job->package_dir, package.manifest, job->journal, reserve}, {}, {});
    }

    std::map<std::string, std::string> files_below(const fs::path& folder) {
        std::map<std::string, std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) {
                found[entry.path().lexically_relative(folder).generic_string()] =
                    m_files.read_file(entry.path(), 10'000'000).value();
            }
        }
        return found;
    }

    TempFolder m_dir;
    const fs::path m_top = m_dir.path();
    const std::unique_ptr<ports::FileSystem> m_made = make_file_system();
    ports::FileSystem& m_files = *m_made;
    storage::StagingArea m_staging{m_top / "staging", m_files};
};

TEST_F(CommitterOnDisk, ReplacesAPackageCompletely) {
    const SamplePackage old = make_sample_package("00000000000a", "films/a", {"1080p", "720p"});
    const SamplePackage fresh = make_sample_package("00000000000b", "films/a", {"1080p"});
    ASSERT_TRUE(commit(old));
    EXPECT_EQ(files_below(m_top / "nas/films/a"), old.files);
    ASSERT_TRUE(m_staging.remove(m_staging.locate("7")));
    const auto receipt = commit(fresh);
    ASSERT_TRUE(receipt) << receipt.error().text();
    EXPECT_EQ(receipt->manifest_url, "/films/a/index.m3u8");
    EXPECT_FALSE(receipt->cleanup_error);
    EXPECT_EQ(files_below(m_top / "nas/films/a"), fresh.files);
    EXPECT_FALSE(fs::exists(m_top / "nas/films/a/720p"));
    ASSERT_TRUE(m_staging.remove(m_staging.locate("7")));
    EXPECT_TRUE(fs::is_empty(m_top / "staging"));
}

TEST_F(CommitterOnDisk, AReaderThatHoldsThePlaylistOpenLosesNothing) {
    const SamplePackage old = make_sample_package("00000000000a", "films/a", {"1080p"});
    const SamplePackage fresh = make_sample_package("00000000000b", "films/a", {"1080p"});
    ASSERT_TRUE(commit(old));
    ASSERT_TRUE(m_staging.remove(m_staging.locate("7")));
    auto reader = hold_open(m_top / "nas/films/a/index.m3u8");
    ASSERT_NE(reader, nullptr);
    if (const auto refused = commit(fresh); !refused) {
        EXPECT_EQ(refused.error().code, ErrorCode::Unavailable);
        EXPECT_NE(refused.error().text().find("index.m3u8 is open in another program"), std::string::npos)
            << refused.error().text();
        EXPECT_EQ(files_below(m_top / "nas/films/a"), old.files) << "the old package must be whole";
    }
    reader.reset();
    const auto receipt = commit(fresh);
    ASSERT_TRUE(receipt) << receipt.error().text();
    EXPECT_EQ(files_below(m_top / "nas/films/a"), fresh.files);
}

TEST_F(CommitterOnDisk, RefusesARungFolderThatIsASymlink) {
    if (!links_can_be_made(m_top)) {
        GTEST_SKIP() << "this user can make no symbolic links here";
    }
    fs::create_directories(m_top / "nas/films/a");
    fs::create_directories(m_top / "nas/other");
    fs::create_directory_symlink("../../other", m_top / "nas/films/a/1080p");
    const auto receipt = commit(make_sample_package("00000000000b", "films/a", {"1080p"}));
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().code, ErrorCode::PermissionDenied);
    EXPECT_TRUE(fs::is_empty(m_top / "nas/other"));
    EXPECT_EQ(m_files.list(m_top / "nas/films/a")->size(), 1U);
}

TEST_F(CommitterOnDisk, NeverRemovesAnOldFolderThatASymlinkStandsFor) {
    if (!links_can_be_made(m_top)) {
        GTEST_SKIP() << "this user can make no symbolic links here";
    }
    const SamplePackage old = make_sample_package("00000000000a", "films/a", {"1080p"});
    write_files(old, m_top / "nas/films/a");
    fs::rename(m_top / "nas/films/a/1080p/v-00000000000a", m_top / "nas/elsewhere");
    fs::create_directory_symlink("../../../elsewhere", m_top / "nas/films/a/1080p/v-00000000000a");
    ASSERT_TRUE(commit(make_sample_package("00000000000b", "films/a", {"1080p"})));
    EXPECT_TRUE(fs::exists(m_top / "nas/elsewhere/init.mp4"));
}

TEST_F(CommitterOnDisk, ASmallDiskKeepsTheOldPackage) {
    const SamplePackage old = make_sample_package("00000000000a", "films/a", {"1080p"});
    SamplePackage large = make_sample_package("00000000000b", "films/a", {"1080p"});
    for (jobs::PackageFile& file : large.manifest.files) {
        if (file.path.ends_with("00000.m4s")) {
            std::string& content = large.files[file.path];
            content = std::string(700'000, 'x');
            file = {file.path, content.size(), base::sha256_hex(content)};
        }
    }
    const auto told = run_on_small_disk(m_top / "nas", 1'000'000, [&] {
        if (!commit(old) || !m_staging.remove(m_staging.locate("7"))) {
            return std::string("the old package did not fit");
        }
        const auto refused = commit(large);
        if (refused || refused.error().code != ErrorCode::NoSpace) {
            return "not refused: " + (refused ? std::string() : refused.error().text());
        }
        const bool intact = files_below(m_top / "nas/films/a") == old.files && fs::exists(m_top / "nas/films/a");
        return std::string(intact && !fs::exists(m_staging.locate("7").journal) ? "old package intact" : "leftovers");
    });
    if (!told) {
        GTEST_SKIP() << "this machine does not let us mount";
    }
    EXPECT_EQ(*told, "old package intact");
}

TEST_F(CommitterOnDisk, AReadOnlyShareIsToldAndKeepsTheOldPackage) {
    const SamplePackage old = make_sample_package("00000000000a", "films/a", {"1080p"});
    write_files(old, m_top / "nas/films/a");
    const auto told = run_on_read_only(m_top / "nas", [&] {
        const auto refused = commit(make_sample_package("00000000000b", "films/a", {"1080p"}));
        if (refused || refused.error().code != ErrorCode::PermissionDenied) {
            return "not refused: " + (refused ? std::string() : refused.error().text());
        }
        const bool intact = files_below(m_top / "nas/films/a") == old.files;
        return std::string(intact && !fs::exists(m_staging.locate("7").journal) ? "old package intact" : "leftovers");
    });
    if (!told) {
        GTEST_SKIP() << "this machine does not let us mount";
    }
    EXPECT_EQ(*told, "old package intact");
}

TEST_F(CommitterOnDisk, ASharePulledAwayWhileCopyingIsToldAndForgotten) {
    const SamplePackage package = make_sample_package("00000000000b", "films/a", {"1080p"});
    const auto job = m_staging.create("7");
    write_files(package, job->package_dir);
    const storage::NasRoot nas(m_top / "nas", m_files);
    storage::PackageCommitter committer(m_files, nas);
    const auto receipt = committer.commit({"7", job->package_dir, package.manifest, job->journal, 0}, {},
                                          [&](std::uint64_t done, std::uint64_t) {
                                              if (done > 0) {
                                                  fs::remove_all(m_top / "nas");
                                              }
                                          });
    ASSERT_FALSE(receipt);
    EXPECT_FALSE(fs::exists(m_top / "nas")) << "a folder must not be made where a share was mounted";
    EXPECT_EQ(committer.recover(job->journal).error().code, ErrorCode::Unavailable);
    fs::create_directory(m_top / "nas");
    const auto recovery = committer.recover(job->journal);
    ASSERT_TRUE(recovery) << recovery.error().text();
    EXPECT_EQ(recovery->outcome, storage::Recovery::Outcome::Undone);
    EXPECT_TRUE(fs::is_empty(m_top / "nas"));
    EXPECT_TRUE(m_staging.remove(*job));
}

TEST_F(CommitterOnDisk, AnEmptyMountPointIsNotTakenForTheShare) {
    const SamplePackage package = make_sample_package("00000000000b", "films/a", {"1080p"});
    std::ofstream(m_top / "nas/somebody-elses.txt") << "the share";
    const auto job = m_staging.create("7");
    write_files(package, job->package_dir);
    const storage::NasRoot nas(m_top / "nas", m_files);
    storage::PackageCommitter committer(m_files, nas);
    const auto unmount = [&](std::uint64_t done, std::uint64_t) {
        if (done > 0 && !fs::exists(m_top / "share")) {
            fs::rename(m_top / "nas", m_top / "share");
            fs::create_directory(m_top / "nas");
        }
    };
    ASSERT_FALSE(committer.commit({"7", job->package_dir, package.manifest, job->journal, 0}, {}, unmount));
    EXPECT_TRUE(fs::is_empty(m_top / "nas")) << "nothing may be written below the mount point";
    EXPECT_EQ(committer.recover(job->journal).error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(fs::exists(job->journal));
    fs::remove(m_top / "nas");
    fs::rename(m_top / "share", m_top / "nas");
    ASSERT_TRUE(committer.recover(job->journal));
    EXPECT_EQ(m_files.list(m_top / "nas")->size(), 1U) << "what was copied before is removed";
}

} // namespace
} // namespace framehand::test
