// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/commit_world.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace framehand::test {
namespace {

using base::ErrorCode;
using storage::Recovery;

const CommitScenario kLadder = commit_scenarios()[1];

TEST(Committer, PublishesAndReportsTheManifestAndItsBytes) {
    for (const CommitScenario& scenario : commit_scenarios()) {
        SCOPED_TRACE(scenario.name);
        CommitWorld world(scenario);
        std::vector<std::uint64_t> progress;
        const std::uint64_t total = world.request.manifest.total_bytes();
        const auto receipt = world.commit({}, [&](std::uint64_t done, std::uint64_t all) {
            progress.push_back(done);
            EXPECT_EQ(all, total);
        });
        ASSERT_TRUE(receipt) << receipt.error().text();
        EXPECT_EQ(receipt->manifest_url, scenario.destination.empty() ? "/index.m3u8" : "/films/a/index.m3u8");
        EXPECT_EQ(receipt->bytes, total);
        EXPECT_EQ(world.check_published(), "");
        EXPECT_TRUE(std::ranges::is_sorted(progress));
        EXPECT_EQ(progress.front(), 0U);
        EXPECT_EQ(progress.back(), total);
    }
}

TEST(Committer, CommittingWhatIsInPlaceSucceedsAndChangesNothing) {
    CommitWorld world(kLadder);
    ASSERT_TRUE(world.commit());
    const std::size_t steps = world.files.steps();
    const auto again = world.commit();
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->manifest_url, "/films/a/index.m3u8");
    EXPECT_EQ(world.files.steps(), steps);
}

TEST(Committer, RefusesToCallADamagedPackageInPlaceComplete) {
    CommitWorld world(kLadder);
    ASSERT_TRUE(world.commit());
    world.files.put_file(world.destination / "1080p/v-00000000000b/00000.m4s", "short");
    const auto again = world.commit();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::AlreadyExists);
    EXPECT_NE(again.error().message.find("1080p/v-00000000000b/00000.m4s"), std::string::npos);
}

TEST(Committer, FindsBytesThatTheShareChangedOnTheWay) {
    CommitWorld world(kLadder);
    const auto hidden = world.destination / (".framehand-" + storage::job_key(world.request.job_id) + "-00000000000b");
    world.files.corrupt_copy_to(hidden / "new/1080p/v-00000000000b/00000.m4s");
    const auto receipt = world.commit();
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().code, ErrorCode::CorruptData);
    EXPECT_NE(receipt.error().message.find("00000.m4s"), std::string::npos);
    EXPECT_EQ(world.check_untouched(), "");
}

TEST(Committer, FindsAStagedFileThatChangedSinceItWasVerified) {
    CommitWorld world(kLadder);
    world.files.put_file(world.request.package_dir / "1080p/v-00000000000b/00000.m4s", "something else");
    const auto receipt = world.commit();
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().code, ErrorCode::CorruptData);
    EXPECT_EQ(world.check_untouched(), "");
}

TEST(Committer, ChecksTheFreeSpaceBeforeItCopiesAnything) {
    CommitWorld world(kLadder);
    world.files.set_capacity("/nas", 3000);
    world.request.reserve_bytes = 1'000'000;
    const auto receipt = world.commit();
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().code, ErrorCode::NoSpace);
    EXPECT_NE(receipt.error().message.find(std::filesystem::absolute("/nas/films/a").string()), std::string::npos)
        << receipt.error().message;
    EXPECT_EQ(world.check_untouched(), "");
    EXPECT_EQ(world.files.steps(), 0U);
}

TEST(Committer, ADiskThatFillsUpWhileCopyingLeavesTheOldPackageAlone) {
    CommitWorld world(kLadder);
    std::uint64_t used = 0;
    for (const auto& [name, content] : world.files.files("/nas")) {
        used += content.size();
    }
    // Somebody else eats the space after it was checked.
    const auto receipt = world.commit({}, [&](std::uint64_t done, std::uint64_t) {
        if (done > 0) {
            world.files.set_capacity("/nas", used + done);
        }
    });
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().code, ErrorCode::NoSpace);
    EXPECT_EQ(world.check_untouched(), "");
}

TEST(Committer, CancellingWhileCopyingLeavesNothingBehind) {
    CommitWorld world(kLadder);
    world.watch();
    base::CancelSource cancel;
    const auto receipt = world.commit(cancel.token(), [&](std::uint64_t done, std::uint64_t) {
        if (done > 0) {
            cancel.cancel();
        }
    });
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(world.check_untouched(), "");
    EXPECT_EQ(world.problem, "");
}

TEST(Committer, AMissingShareIsUnavailableAndKeepsTheJournalForLater) {
    CommitWorld world(kLadder);
    world.files.fail(
        {80, ErrorCode::Unavailable, FaultFileSystem::When::Before, FaultFileSystem::Until::Lifted, "/nas"});
    ASSERT_FALSE(world.commit());
    EXPECT_NE(world.check_untouched(), "") << "the share went away with our files on it";
    const auto recovery = world.recover();
    ASSERT_FALSE(recovery);
    EXPECT_EQ(recovery.error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(world.files.content(world.request.journal));
    world.files.lift_faults();
    EXPECT_EQ(world.recover()->outcome, Recovery::Outcome::Undone);
    EXPECT_EQ(world.check_untouched(), "");
}

TEST(Committer, ANewPackageOfTheSameJobFirstEndsTheOneInTheJournal) {
    CommitWorld world(kLadder);
    world.files.kill_at_step(60);
    EXPECT_THROW((void)world.commit(), ProcessKilled);
    world.files.lift_faults();
    world.new_package = make_sample_package("00000000000d", kLadder.destination, kLadder.new_rungs);
    world.new_package.put(world.files, world.request.package_dir);
    world.request.manifest = world.new_package.manifest;
    const auto receipt = world.commit();
    ASSERT_TRUE(receipt) << receipt.error().text();
    EXPECT_EQ(world.check_published(), "");
}

TEST(Committer, RecoveryDoesNotReplaceWhatSomebodyElsePublishedMeanwhile) {
    // Stopped just after the copy was proven: the journal says so, nothing is renamed yet.
    for (std::size_t step = 1;; ++step) {
        CommitWorld world(kLadder);
        world.files.kill_at_step(step);
        EXPECT_THROW((void)world.commit(), ProcessKilled);
        world.files.lift_faults();
        const auto journal = world.files.content(world.request.journal);
        if (!journal || journal->find("\"copied\"") == std::string::npos) {
            continue;
        }
        const SamplePackage theirs = make_sample_package("00000000000e", kLadder.destination, {"1080p"});
        theirs.put(world.files, world.destination);
        const auto recovery = world.recover();
        ASSERT_TRUE(recovery) << recovery.error().text();
        EXPECT_EQ(recovery->outcome, Recovery::Outcome::Undone);
        EXPECT_EQ(recovery->reason->code, ErrorCode::AlreadyExists);
        EXPECT_EQ(world.files.content(world.destination / "index.m3u8"), theirs.files.at("index.m3u8"));
        EXPECT_EQ(read_as_player(world.files, world.destination, {theirs, world.old_package}), "");
        break;
    }
}

TEST(Committer, RefusesAJournalOfANewerVersionAndKeepsIt) {
    CommitWorld world(kLadder);
    world.files.put_file(world.request.journal, R"({"version": 7, "phase": "teleported"})");
    const auto recovery = world.recover();
    ASSERT_FALSE(recovery);
    EXPECT_EQ(recovery.error().code, ErrorCode::Unsupported);
    EXPECT_NE(recovery.error().text().find("version 7"), std::string::npos);
    EXPECT_NE(recovery.error().text().find("commit.json"), std::string::npos);
    EXPECT_FALSE(world.commit());
    EXPECT_TRUE(world.files.content(world.request.journal));
}

TEST(Committer, RefusesAManifestThatNamesOtherFilesOfTheDestination) {
    for (const std::string path : {"movie.nfo", "../films/b/index.m3u8", "/etc/passwd", "1080p/poster.jpg",
                                   "1080p/v-cccccccccccc/00000.m4s", "1080p//playlist.m3u8"}) {
        CommitWorld world(kLadder);
        world.request.manifest.files.push_back({path, 1, std::string(64, '0')});
        const auto receipt = world.commit();
        ASSERT_FALSE(receipt) << path;
        EXPECT_EQ(receipt.error().code, ErrorCode::CorruptData);
        EXPECT_NE(receipt.error().message.find(path), std::string::npos);
        EXPECT_EQ(world.files.steps(), 0U);
    }
}

TEST(Committer, RefusesAFolderInAPlaylistsPlace) {
    CommitWorld world(commit_scenarios()[0]);
    world.files.put_directory(world.destination / "1080p/playlist.m3u8");
    const auto receipt = world.commit();
    ASSERT_FALSE(receipt);
    EXPECT_EQ(receipt.error().code, ErrorCode::AlreadyExists);
    EXPECT_NE(receipt.error().message.find("1080p/playlist.m3u8"), std::string::npos);
    EXPECT_EQ(world.files.names(world.destination),
              (std::vector<std::string>{"/nas/films/a/1080p", "/nas/films/a/1080p/playlist.m3u8"}));
}

TEST(Committer, RecoverAllEndsEveryStoppedCommitAndNamesItsJob) {
    CommitWorld world(kLadder);
    world.files.kill_at_step(30);
    EXPECT_THROW((void)world.commit(), ProcessKilled);
    world.files.lift_faults();
    ASSERT_TRUE(world.staging.create("another job, without a commit"));
    const storage::NasRoot nas("/nas", world.files);
    storage::PackageCommitter committer(world.files, nas);
    const auto recoveries = storage::recover_all(committer, world.staging);
    ASSERT_TRUE(recoveries);
    ASSERT_EQ(recoveries->size(), 2U);
    const auto undone = std::ranges::find_if(*recoveries, [&](const auto& entry) {
        return entry.result && entry.result->outcome == Recovery::Outcome::Undone;
    });
    ASSERT_NE(undone, recoveries->end());
    EXPECT_EQ(undone->result->job_id, world.request.job_id);
    EXPECT_EQ(undone->result->package_id, "00000000000b");
    EXPECT_EQ(undone->job.journal, world.request.journal);
    EXPECT_EQ(world.check_untouched(), "");
}

} // namespace
} // namespace framehand::test
