// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/worker/worker_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::worker {
namespace {

using base::Duration;
using test::ProcessKilled;
using test::WorkerWorld;
using testing::ElementsAre;
using testing::IsEmpty;

void check_good_end(WorkerWorld& world) {
    world.files.lift_faults();
    ASSERT_TRUE(world.run_until([&] { return !world.outcomes("job-1").empty(); }));
    world.run_for(Duration{120'000});
    for (const auto& outcome : world.outcomes("job-1")) {
        EXPECT_EQ(outcome, "COMPLETED /out/job-1/720p/index.m3u8");
    }
    EXPECT_EQ(world.problem_at_destination("job-1"), "");
    EXPECT_THAT(world.staging(), IsEmpty());
    EXPECT_TRUE(world.outbox_is_empty());
    EXPECT_FALSE(world.journal_is_there());
    EXPECT_EQ(world.state().phase, WorkerPhase::Idle);
    // However often the history was told: it is one end, and it is not lost.
    ASSERT_FALSE(world.ended.empty());
    for (const auto& ended : world.ended) {
        EXPECT_EQ(ended.job_id, "job-1");
        EXPECT_EQ(ended.attempt, world.ended.back().attempt);
        EXPECT_EQ(ended.started_at, world.ended.back().started_at);
        EXPECT_EQ(ended.state, EndedJob::State::Completed);
    }
}

std::size_t steps_of_one_job() {
    WorkerWorld world;
    world.add_job();
    world.boot();
    EXPECT_TRUE(world.run_until([&] { return !world.outcomes("job-1").empty(); }));
    world.settle();
    return world.files.steps();
}

/// Kills the daemon in place of its n-th change on any disk; false if it ended before.
bool kill_at(WorkerWorld& world, std::size_t step) {
    world.files.kill_at_step(step);
    try {
        world.boot();
        (void)world.run_until([&] { return !world.outcomes("job-1").empty(); });
        world.settle();
        return false;
    } catch (const ProcessKilled&) {
        world.kill();
        return true;
    }
}

TEST(WorkerRestart, AKillAtAnyStepEndsWithOneCompletePackage) {
    const auto steps = steps_of_one_job();
    ASSERT_GT(steps, 30U);
    for (std::size_t step = 1; step <= steps; ++step) {
        SCOPED_TRACE("killed at step " + std::to_string(step) + " of " + std::to_string(steps));
        WorkerWorld world;
        world.add_job();
        ASSERT_TRUE(kill_at(world, step));
        world.files.lift_faults();
        world.boot();
        check_good_end(world);
        EXPECT_LE(world.launcher.children.size(), 2U);
    }
}

TEST(WorkerRestart, APowerCutAtAnyStepEndsWithOneCompletePackage) {
    const auto steps = steps_of_one_job();
    for (std::size_t step = 1; step <= steps; ++step) {
        SCOPED_TRACE("power lost at step " + std::to_string(step) + " of " + std::to_string(steps));
        WorkerWorld world;
        world.add_job();
        ASSERT_TRUE(kill_at(world, step));
        world.files.lift_faults();
        world.files.lose_power(static_cast<std::uint32_t>(step));
        world.boot();
        check_good_end(world);
    }
}

TEST(WorkerRestart, ASecondKillDuringTheRecoveryIsNoWorse) {
    const auto steps = steps_of_one_job();
    for (std::size_t first = 2; first <= steps; first += 5) {
        for (std::size_t second = 1; second <= 12; second += 3) {
            SCOPED_TRACE("killed at step " + std::to_string(first) + ", then at step " + std::to_string(second));
            WorkerWorld world;
            world.add_job();
            ASSERT_TRUE(kill_at(world, first));
            world.files.lift_faults();
            if (kill_at(world, second)) {
                world.files.lift_faults();
                world.boot();
            }
            check_good_end(world);
        }
    }
}

TEST(WorkerRestart, AJobWhoseOutcomeIsInTheOutboxIsNeverDoneAgain) {
    WorkerWorld world;
    world.add_job();
    world.source.away = false;
    world.transcode = [&] {
        world.finish_transcode();
        world.source.away = true;
    };
    world.boot();
    world.run_for(Duration{5000});
    ASSERT_FALSE(world.outbox_is_empty());
    world.kill();
    // As if the kill had come before the journal forgot the job.
    JobRecord record;
    record.job = world.source.known.at("job-1").job;
    JobJournal journal(world.files, "/data");
    ASSERT_TRUE(journal.save(record));
    world.boot();
    world.run_for(Duration{30'000});
    EXPECT_FALSE(world.journal_is_there());
    EXPECT_EQ(world.launcher.children.size(), 1U);
    world.source.away = false;
    check_good_end(world);
    EXPECT_THAT(world.outcomes("job-1"), ElementsAre("COMPLETED /out/job-1/720p/index.m3u8"));
    EXPECT_EQ(world.launcher.children.size(), 1U);
}

TEST(WorkerRestart, AKillInTheTranscodeKeepsWhatIsFinished) {
    WorkerWorld world;
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    const auto first = world.spec();
    world.files.put_file(std::filesystem::path(first.package_dir) / "segment_00001.m4s", "finished");
    for (int i = 0; i < 3; ++i) {
        world.kill();
        world.boot();
        world.settle();
        EXPECT_EQ(base::Json::parse(world.transcoder().input), jobs::to_json(first)) << "the very same order";
        EXPECT_TRUE(world.files.content(std::filesystem::path(first.package_dir) / "segment_00001.m4s"));
    }
    world.finish_transcode();
    check_good_end(world);
}

TEST(WorkerRestart, ARecordWithoutAPackageBeginsAnew) {
    WorkerWorld world;
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    const auto first = world.spec();
    world.kill();
    auto record = base::Json::parse(*world.files.content("/data/running_job.json"));
    EXPECT_EQ(record["package_id"], first.layout.package_id);
    record.erase("package_id"); // as versions wrote it that knew no going on
    world.files.put_file("/data/running_job.json", record.dump());
    world.files.put_file(std::filesystem::path(first.package_dir) / "segment_00001.m4s", "finished");
    world.boot();
    world.settle();
    EXPECT_NE(world.spec().layout.package_id, first.layout.package_id);
    EXPECT_FALSE(world.files.content(std::filesystem::path(first.package_dir) / "segment_00001.m4s"));
    world.finish_transcode();
    check_good_end(world);
}

TEST(WorkerRestart, ADamagedRecordIsSetAsideAndTheJobComesAgain) {
    WorkerWorld world;
    world.add_job();
    world.files.put_file("/data/running_job.json", R"({"version": 1, "job": {}})");
    world.boot();
    check_good_end(world);
    EXPECT_TRUE(world.files.content("/data/running_job.corrupt.json"));
}

} // namespace
} // namespace framehand::worker
