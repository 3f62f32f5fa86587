// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/free_space.h"
#include "core/storage/staging_area.h"
#include "tests/support/fault_file_system.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framehand::test {
namespace {

using storage::job_key;
using storage::StagingArea;

TEST(JobKey, IsReadableSafeAndDifferentForEachId) {
    EXPECT_EQ(job_key("Film-7").substr(0, 7), "Film-7-");
    EXPECT_EQ(job_key("Film-7").size(), 7U + 12U);
    EXPECT_NE(job_key("a/b"), job_key("a b"));
    const std::vector<std::string> awkward{"../../etc", "a/b\\c", "", ".", "..", {"x\0y", 3}, "\xc3\xa9t\xc3\xa9"};
    for (const std::string& id : awkward) {
        const std::string key = job_key(id);
        EXPECT_EQ(key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"),
                  std::string::npos)
            << key;
    }
    EXPECT_LE(job_key(std::string(5000, 'x')).size(), 60U);
}

TEST(StagingArea, CreatesKeepsAndRemovesTheFoldersOfAJob) {
    FaultFileSystem files;
    StagingArea staging("/data/staging", files);
    const auto job = staging.create("7");
    ASSERT_TRUE(job);
    EXPECT_EQ(job->package_dir, job->dir / "package");
    files.put_file(job->package_dir / "1080p/00000.m4s", "segment");
    ASSERT_TRUE(staging.create("7"));
    EXPECT_TRUE(files.content(job->package_dir / "1080p/00000.m4s"));
    ASSERT_TRUE(staging.remove(*job));
    EXPECT_TRUE(files.names("/data/staging").empty());
    EXPECT_TRUE(staging.remove(*job)) << "removing twice is fine";
}

TEST(StagingArea, ListsOnlyWhatItMade) {
    FaultFileSystem files;
    StagingArea staging("/tmp", files);
    EXPECT_TRUE(staging.leftovers()->empty()) << "a missing folder holds nothing";
    const auto job = staging.create("7");
    ASSERT_TRUE(job);
    files.put_file("/tmp/photos/holiday.jpg", "precious");
    files.put_file("/tmp/backup-0123456789ab/photos.tar", "precious");
    files.put_file("/tmp/notes.txt", "precious");
    const auto leftovers = staging.leftovers();
    ASSERT_TRUE(leftovers);
    ASSERT_EQ(leftovers->size(), 1U);
    EXPECT_EQ(leftovers->front().key, job->key);
    EXPECT_EQ(leftovers->front().journal, job->journal);
}

TEST(StagingArea, KeepsTheJournalOfAnUnfinishedCommit) {
    FaultFileSystem files;
    StagingArea staging("/data/staging", files);
    const auto job = staging.create("7");
    ASSERT_TRUE(job);
    files.put_file(job->package_dir / "a", "a");
    files.put_file(job->dir / "state.json", "{}");
    files.put_file(job->journal, "{}");
    ASSERT_TRUE(staging.remove(*job));
    EXPECT_EQ(files.names(job->dir), std::vector{job->journal.generic_string()});
    EXPECT_EQ(staging.leftovers()->size(), 1U);
}

TEST(StagingArea, StillKnowsAJobWhoseRemovalWasKilledAtAnyStep) {
    bool killed = true;
    for (std::size_t step = 1; killed && !::testing::Test::HasFailure(); ++step) {
        FaultFileSystem files;
        StagingArea staging("/data/staging", files);
        const auto job = staging.create("7");
        ASSERT_TRUE(job);
        files.put_file(job->package_dir / "1080p/a", "a");
        files.put_file(job->dir / "state.json", "{}");
        files.kill_at_step(step);
        try {
            EXPECT_TRUE(staging.remove(*job));
            killed = false;
        } catch (const ProcessKilled&) {
            files.lift_faults();
            const auto left = staging.leftovers();
            ASSERT_EQ(left->size(), 1U);
            ASSERT_TRUE(staging.remove(left->front()));
        }
        EXPECT_TRUE(files.names("/data/staging").empty());
    }
}

TEST(FreeSpace, NamesTheDiskWhatIsFreeAndWhatIsNeeded) {
    FaultFileSystem files;
    files.put_directory("/data");
    files.set_capacity("/data", 3'000'000);
    EXPECT_TRUE(storage::require_free(files, "/data/not/yet/there", 3'000'000));
    const auto status = storage::require_free(files, "/data/not/yet/there", 5'000'000);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, base::ErrorCode::NoSpace);
    EXPECT_EQ(status.error().message, "not enough free space on the disk of /data: 3.0 MB free, 5.0 MB needed");
}

} // namespace
} // namespace framehand::test
