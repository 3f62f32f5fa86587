// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/job_history.h"
#include "tests/support/temp_folder.h"
#include "tests/worker/worker_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::worker {
namespace {

using base::Duration;
using test::WorkerWorld;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class WorkerHistoryTest : public testing::Test {
protected:
    /// A job whose transcoder has begun.
    void boot_into_transcode() {
        world.add_job();
        world.transcode = {};
        world.boot();
        world.settle();
    }

    void pause() {
        world.daemon->worker.pause(
            {{{policy::PauseReason::ByYou, {}, {}, {}}}, PauseWhen::Now, world.clock.wall(), {}});
    }

    WorkerWorld world;
};

TEST_F(WorkerHistoryTest, ACompletedJobIsToldWithItsSizesAndTheTimeThatItTook) {
    boot_into_transcode();
    world.run_for(Duration{20'000});
    pause();
    world.run_for(Duration{100'000});
    world.daemon->worker.resume();
    world.run_for(Duration{10'000});
    world.finish_transcode();
    world.settle();
    ASSERT_THAT(world.ended, SizeIs(1));
    const EndedJob& ended = world.ended.front();
    EXPECT_EQ(ended.job_id, "job-1");
    EXPECT_EQ(ended.attempt, 1);
    EXPECT_EQ(ended.state, EndedJob::State::Completed);
    EXPECT_EQ(ended.input, "in/job-1.mkv");
    EXPECT_EQ(ended.output, "out/job-1/720p");
    EXPECT_EQ(ended.manifest_url, "/out/job-1/720p/index.m3u8");
    EXPECT_EQ(ended.input_bytes, 6U) << "\"a film\"";
    EXPECT_GT(ended.output_bytes, 0U);
    EXPECT_EQ(ended.duration, Duration{30'000}) << "the pause does not count";
    EXPECT_EQ(ended.counted, EndedJob::Counted::Work);
    EXPECT_EQ(ended.ended_at - ended.started_at, Duration{130'000});
    EXPECT_FALSE(ended.error);
}

TEST_F(WorkerHistoryTest, AFailureHasItsWholeChainOfCauses) {
    boot_into_transcode();
    world.say(jobs::TranscodeFailed{base::fail(base::ErrorCode::CorruptData, "the source is damaged", "no moov atom")});
    world.transcoder().exit(1);
    world.settle();
    ASSERT_THAT(world.ended, SizeIs(1));
    EXPECT_EQ(world.ended.front().state, EndedJob::State::Failed);
    EXPECT_EQ(world.ended.front().error,
              base::fail(base::ErrorCode::CorruptData, "the source is damaged", "no moov atom"));
    EXPECT_THAT(world.ended.front().rungs, ElementsAre("720p")) << "what was asked for";
    EXPECT_EQ(world.ended.front().output_bytes, 0U);
}

TEST_F(WorkerHistoryTest, AJobThatTheSourceCancelsOrTakesBackIsToldAsThat) {
    boot_into_transcode();
    world.source.cancelled_job = "job-1";
    world.source.known.at("job-1").outcomes.emplace_back();
    world.run_for(WorkerWorld::kSync);
    ASSERT_THAT(world.ended, SizeIs(1));
    EXPECT_EQ(world.ended.back().state, EndedJob::State::Cancelled);

    world.source.cancelled_job.clear();
    world.add_job(2);
    world.run_for(WorkerWorld::kSync);
    pause();
    world.run_for(WorkerWorld::kGiveBack + WorkerWorld::kSync);
    ASSERT_THAT(world.ended, SizeIs(2));
    EXPECT_EQ(world.ended.back().job_id, "job-2");
    EXPECT_EQ(world.ended.back().state, EndedJob::State::Returned);
}

TEST_F(WorkerHistoryTest, AnAssignmentThatCannotBeReadIsToldToo) {
    sources::JobOutcome refused;
    refused.lease.job_id = "job-9";
    refused.error_message = "outputs: is missing";
    world.source.refused = refused;
    world.boot();
    world.settle();
    ASSERT_THAT(world.ended, SizeIs(1));
    EXPECT_EQ(world.ended.front().state, EndedJob::State::Failed);
    ASSERT_TRUE(world.ended.front().error);
    EXPECT_EQ(world.ended.front().error->message, "outputs: is missing");
}

TEST_F(WorkerHistoryTest, AJobOfAnEarlierRunIsMeasuredByTheWall) {
    boot_into_transcode();
    world.run_for(Duration{20'000});
    world.kill();
    world.clock.advance(Duration{100'000});
    world.boot();
    world.settle();
    world.finish_transcode();
    world.settle();
    ASSERT_THAT(world.ended, SizeIs(1));
    EXPECT_EQ(world.ended.front().counted, EndedJob::Counted::Wall);
    EXPECT_EQ(world.ended.front().duration, Duration{120'000});
}

TEST_F(WorkerHistoryTest, AKillAtAnyStepLeavesOneRow) {
    std::size_t steps = 0;
    {
        WorkerWorld whole;
        whole.add_job();
        whole.boot();
        ASSERT_TRUE(whole.run_until([&] { return !whole.outcomes("job-1").empty(); }));
        steps = whole.files.steps();
    }
    const test::TempFolder folder;
    for (std::size_t step = 1; step <= steps; ++step) {
        SCOPED_TRACE("killed at step " + std::to_string(step));
        WorkerWorld once;
        once.add_job();
        once.files.kill_at_step(step);
        try {
            once.boot();
            (void)once.run_until([] { return false; });
        } catch (const test::ProcessKilled&) {
            once.kill();
            once.files.lift_faults();
            once.boot();
            ASSERT_TRUE(once.run_until([&] { return !once.outcomes("job-1").empty(); }));
        }
        JobHistory history(folder.path() / std::to_string(step), {});
        history.open();
        for (const auto& ended : once.ended) {
            history.add(ended);
        }
        const auto page = history.list({});
        ASSERT_TRUE(page);
        EXPECT_EQ(page->total, 1);
    }
}

TEST_F(WorkerHistoryTest, TheNewestPictureIsKeptUntilTheJobEnds) {
    boot_into_transcode();
    EXPECT_EQ(world.spec().preview, jobs::Preview::Newest);
    EXPECT_FALSE(world.daemon->worker.preview());
    world.say(jobs::TranscodePreview{"Zmlyc3Q=", 1});
    world.say(jobs::TranscodePreview{"c2Vjb25k", 3.5});
    const auto& preview = world.daemon->worker.preview();
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->job_id, "job-1");
    EXPECT_EQ(preview->picture.jpeg, "c2Vjb25k");
    EXPECT_DOUBLE_EQ(preview->picture.media_sec, 3.5);
    world.finish_transcode();
    world.settle();
    EXPECT_FALSE(world.daemon->worker.preview());
}

TEST_F(WorkerHistoryTest, CancelEndsTheJobInHandAndNoOther) {
    boot_into_transcode();
    const auto other = world.daemon->worker.cancel("job-2");
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, base::ErrorCode::NotFound);
    EXPECT_THAT(world.ended, IsEmpty());
    world.source.known.at("job-1").outcomes.emplace_back(); // no longer to be assigned
    ASSERT_TRUE(world.daemon->worker.cancel("job-1"));
    world.settle();
    ASSERT_THAT(world.ended, SizeIs(1));
    EXPECT_EQ(world.ended.front().state, EndedJob::State::Cancelled);
    EXPECT_TRUE(world.transcoder().destroyed);
    EXPECT_FALSE(world.daemon->worker.cancel("job-1"));
}

TEST_F(WorkerHistoryTest, TheStateTellsTheBytesOfEachRung) {
    boot_into_transcode();
    jobs::TranscodeProgress progress;
    progress.percent = 10;
    progress.rungs = {"720p", "audio"};
    progress.rung_bytes = {{"720p", 1000}, {"audio", 50}};
    world.say(progress);
    const auto json = to_json(world.state());
    EXPECT_EQ(json["job"]["rung_bytes"], (base::Json{{"720p", 1000}, {"audio", 50}}));
}

} // namespace
} // namespace framehand::worker
