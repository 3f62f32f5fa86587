// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/staged_job_storage.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::worker {
namespace {

using testing::IsEmpty;

const std::string kId = "0123456789ab";
const std::string kOtherId = "ba9876543210";

class StagedJobStorageTest : public testing::Test {
protected:
    StagedJobStorageTest() {
        files.put_directory("/nas");
        files.put_file("/nas/film.mkv", "a film");
        job.job_id = "job-1";
        job.input.source_url = "film.mkv";
        jobs::OutputRequest output;
        output.resolution = "720p";
        output.bitrate = 2'500'000;
        output.dest_path = "out";
        job.outputs = {output};
    }

    /// Prepares and leaves a finished segment, as a transcoder does.
    void stage() {
        const auto prepared = storage.prepare(job, kId, {});
        ASSERT_TRUE(prepared) << prepared.error().text();
        segment = prepared->package_dir / "segment_00001.m4s";
        files.put_file(segment, "finished");
    }

    [[nodiscard]] bool segment_is_kept() const { return files.content(segment).has_value(); }

    test::FakeClock clock;
    test::FaultFileSystem files;
    StagedJobStorage storage{files, {"/nas", "/temp", 0}, storage::ObjectStore({}, clock), {}};
    jobs::Job job;
    std::filesystem::path segment;
};

TEST_F(StagedJobStorageTest, KeepsWhatTheSameJobHasStagedForTheSamePackage) {
    stage();
    const auto again =
        StagedJobStorage(files, {"/nas", "/temp", 0}, storage::ObjectStore({}, clock), {}).prepare(job, kId, {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->package_dir, segment.parent_path());
    EXPECT_EQ(again->layout.package_id, kId);
    EXPECT_TRUE(segment_is_kept());
}

TEST_F(StagedJobStorageTest, KeepsANewReserveFreeFromTheNextJobOn) {
    files.set_capacity("/nas", 1000);
    EXPECT_TRUE(storage.prepare(job, kId, {}));
    storage.set_min_free_bytes(2000);
    const auto refused = storage.prepare(job, kOtherId, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::NoSpace);
}

TEST_F(StagedJobStorageTest, BeginsAnewForAnotherPackage) {
    stage();
    ASSERT_TRUE(storage.prepare(job, kOtherId, {}));
    EXPECT_FALSE(segment_is_kept());
    files.put_file(segment, "of the other package");
    ASSERT_TRUE(storage.prepare(job, kOtherId, {}));
    EXPECT_TRUE(segment_is_kept());
}

TEST_F(StagedJobStorageTest, BeginsAnewForAJobThatAsksForSomethingElse) {
    stage();
    job.outputs[0].bitrate = 3'000'000;
    ASSERT_TRUE(storage.prepare(job, kId, {}));
    EXPECT_FALSE(segment_is_kept());
}

TEST_F(StagedJobStorageTest, BeginsAnewWhenItCannotTellWhatTheFolderIsFor) {
    stage();
    files.put_file(segment.parent_path().parent_path() / "made-for.json", "{");
    ASSERT_TRUE(storage.prepare(job, kId, {}));
    EXPECT_FALSE(segment_is_kept());
    files.put_file(segment, "finished");
    ASSERT_TRUE(files.remove(segment.parent_path().parent_path() / "made-for.json"));
    ASSERT_TRUE(storage.prepare(job, kId, {}));
    EXPECT_FALSE(segment_is_kept());
}

TEST_F(StagedJobStorageTest, WhatBelongsToTheRunningJobIsKeptAndAllElseRemoved) {
    stage();
    ASSERT_TRUE(storage.make_ready("job-1"));
    EXPECT_TRUE(segment_is_kept());
    ASSERT_TRUE(storage.make_ready("job-2"));
    EXPECT_THAT(files.names("/temp"), IsEmpty());
}

TEST_F(StagedJobStorageTest, DiscardLeavesNothing) {
    stage();
    ASSERT_TRUE(storage.discard("job-1"));
    EXPECT_THAT(files.names("/temp"), IsEmpty());
}

TEST_F(StagedJobStorageTest, AJournalOfANewerVersionIsSetAsideAndTheNextJobCanBeDone) {
    stage();
    const auto folder = segment.parent_path().parent_path();
    files.put_file(folder / "commit.json", R"({"version": 99})");
    ASSERT_TRUE(storage.make_ready(""));
    const auto aside = "set-aside-" + folder.filename().string() + ".0";
    EXPECT_EQ(files.content(std::filesystem::path("/temp") / aside / "commit.json"), R"({"version": 99})");
    EXPECT_FALSE(files.content(folder / "commit.json"));
    ASSERT_TRUE(storage.make_ready("")) << "once is enough";

    stage();
    files.put_file(folder / "commit.json", "garbage");
    ASSERT_TRUE(storage.prepare(job, kOtherId, {})) << "the same job comes again";
    EXPECT_TRUE(files.content(std::filesystem::path("/temp") / ("set-aside-" + folder.filename().string() + ".1") /
                              "commit.json"));
}

TEST_F(StagedJobStorageTest, AShareThatIsAwayIsNoReasonToSetAnythingAside) {
    stage();
    ASSERT_TRUE(files.rename("/nas", "/away"));
    EXPECT_FALSE(storage.make_ready(""));
    EXPECT_TRUE(segment_is_kept());
}

} // namespace
} // namespace framehand::worker
