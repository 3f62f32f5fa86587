// SPDX-License-Identifier: GPL-3.0-or-later
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

class WorkerPauseTest : public testing::Test {
protected:
    void pause(PauseWhen when = PauseWhen::Now) {
        world.daemon->worker.pause({{{policy::PauseReason::ByYou, {}, {}, {}}}, when, world.clock.wall(), {}});
    }

    void resume() { world.daemon->worker.resume(); }

    /// A job whose transcoder is at 40 %.
    void boot_into_transcode() {
        world.add_job();
        world.transcode = {};
        world.boot();
        world.settle();
        world.progress(40, 100);
        world.settle();
    }

    bool finalized(const std::string& job_id = "job-1") {
        return world.run_until([&] { return !world.outcomes(job_id).empty(); });
    }

    void expect_good_end() {
        ASSERT_TRUE(finalized());
        world.settle();
        EXPECT_THAT(world.outcomes("job-1"), ElementsAre("COMPLETED /out/job-1/720p/index.m3u8"));
        EXPECT_EQ(world.problem_at_destination("job-1"), "");
        EXPECT_THAT(world.staging(), IsEmpty());
        EXPECT_FALSE(world.journal_is_there());
    }

    [[nodiscard]] std::size_t starts() const { return world.launcher.children.size(); }

    WorkerWorld world;
};

TEST_F(WorkerPauseTest, WithoutAJobItSaysBusyAndTakesNoneUntilResumed) {
    world.boot();
    world.settle();
    pause();
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_EQ(world.state().reason, "paused by you");
    world.add_job();
    world.run_for(WorkerWorld::kSync * 3);
    EXPECT_EQ(world.source.count("take-busy"), 3);
    EXPECT_EQ(world.source.last_heartbeat.why_not_accepting, "paused by its owner");
    EXPECT_EQ(starts(), 0U);
    resume();
    EXPECT_EQ(world.state().phase, WorkerPhase::Idle);
    world.settle();
    EXPECT_EQ(starts(), 1U) << "asks at once, not after the interval";
    expect_good_end();
    EXPECT_FALSE(world.state().pause);
}

TEST_F(WorkerPauseTest, AJobWhoseAssignmentCrossesThePauseWaitsAndKeepsItsLease) {
    world.add_job();
    world.boot();
    while (world.source.count("take") == 0) {
        world.source.pump();
        world.background.run_all();
    }
    ASSERT_FALSE(world.source.idle()) << "the question is under way";
    pause();
    world.run_for(WorkerWorld::kSync * 3 + Duration{1});
    EXPECT_EQ(world.source.count("keep job-1"), 3);
    EXPECT_TRUE(world.journal_is_there());
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_TRUE(world.state().job);
    EXPECT_EQ(starts(), 0U);
    resume();
    expect_good_end();
}

TEST_F(WorkerPauseTest, DuringPrepareTheStepEndsAndTheTranscoderDoesNotStart) {
    world.add_job();
    world.boot();
    bool paused = false;
    const auto subscription = world.daemon->worker.state().subscribe([&](const WorkerState& state, StateChange) {
        if (state.phase == WorkerPhase::Preparing && !paused) {
            paused = true;
        }
    });
    while (!paused) {
        world.source.pump();
        if (!paused) {
            world.background.run_all();
        }
    }
    ASSERT_EQ(world.background.waiting(), 1U);
    pause();
    EXPECT_EQ(world.state().phase, WorkerPhase::Preparing);
    world.run_for(WorkerWorld::kSync);
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_EQ(starts(), 0U);
    resume();
    world.settle();
    EXPECT_EQ(starts(), 1U);
    expect_good_end();
}

TEST_F(WorkerPauseTest, DuringTranscodeTheChildStandsStillAndGoesOn) {
    boot_into_transcode();
    const auto since = world.clock.wall();
    pause();
    EXPECT_TRUE(world.transcoder().paused);
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    ASSERT_TRUE(world.state().pause);
    EXPECT_EQ(world.state().pause->pause.since, since);
    EXPECT_DOUBLE_EQ(world.state().job->percent, 40);
    EXPECT_DOUBLE_EQ(world.state().job->fps, 0) << "nothing moves";
    world.source.calls.clear();
    world.run_for(WorkerWorld::kStall * 3 + Duration{1});
    EXPECT_FALSE(world.transcoder().killed) << "the watchdog does not count the pause";
    EXPECT_GT(world.source.count("keep job-1"), 80) << "the lease is kept";
    EXPECT_EQ(world.source.count("take"), 0);
    resume();
    EXPECT_FALSE(world.transcoder().paused);
    EXPECT_EQ(world.state().phase, WorkerPhase::Transcoding);
    world.finish_transcode();
    expect_good_end();
    EXPECT_EQ(starts(), 1U);
}

TEST_F(WorkerPauseTest, CausesMayChangeWhileItStandsStillAndTheStateTellsThem) {
    boot_into_transcode();
    Pause by_itself{{{policy::PauseReason::InUse, {}, {}, Duration{300'000}}}, PauseWhen::Now, world.clock.wall(), {}};
    world.daemon->worker.pause(by_itself);
    EXPECT_TRUE(world.transcoder().paused);
    EXPECT_EQ(world.state().reason, "keyboard or mouse in use");
    world.run_for(WorkerWorld::kSync);
    EXPECT_EQ(world.source.last_heartbeat.why_not_accepting, "keyboard or mouse in use");
    by_itself.causes.push_back({policy::PauseReason::OnBattery, {}, {}, Duration{10'000}});
    world.daemon->worker.pause(by_itself);
    EXPECT_EQ(world.state().reason, "keyboard or mouse in use; on battery");
    const auto json = to_json(world.state())["pause"];
    EXPECT_EQ(json["reason"], "in_use");
    EXPECT_EQ(json["reasons"][0]["goes_on"], "after 5 min without input");
    EXPECT_EQ(json["reasons"][1]["id"], "on_battery");
    resume();
    EXPECT_FALSE(world.transcoder().paused);
    EXPECT_EQ(world.state().reason, "");
    world.finish_transcode();
    expect_good_end();
    EXPECT_EQ(starts(), 1U);
}

TEST_F(WorkerPauseTest, TwentyPausesLoseNothing) {
    boot_into_transcode();
    for (int i = 0; i < 20; ++i) {
        pause();
        pause();
        world.run_for(Duration{i * 1000});
        EXPECT_TRUE(world.transcoder().paused);
        resume();
        resume();
        EXPECT_FALSE(world.transcoder().paused);
        world.run_for(Duration{i * 100});
    }
    world.finish_transcode();
    expect_good_end();
    EXPECT_EQ(starts(), 1U);
}

TEST_F(WorkerPauseTest, AChildThatEndsAsItIsPausedWaitsWithItsCommit) {
    boot_into_transcode();
    pause();
    world.finish_transcode(); // its last words were on the way
    world.run_for(WorkerWorld::kSync);
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_EQ(world.problem_at_destination("job-1"), "nothing is there");
    resume();
    EXPECT_EQ(world.state().phase, WorkerPhase::Committing);
    expect_good_end();
    EXPECT_EQ(starts(), 1U);
}

TEST_F(WorkerPauseTest, ACommitIsNeverInterrupted) {
    boot_into_transcode();
    world.finish_transcode();
    ASSERT_EQ(world.state().phase, WorkerPhase::Committing);
    pause();
    EXPECT_EQ(world.state().phase, WorkerPhase::Committing);
    expect_good_end();
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_EQ(world.state().jobs_completed, 1U);
}

TEST_F(WorkerPauseTest, ACommitThatWaitsForTheShareGoesOnTrying) {
    boot_into_transcode();
    ASSERT_TRUE(world.files.rename("/nas", "/away"));
    world.finish_transcode();
    world.run_for(Duration{60'000});
    pause();
    world.run_for(Duration{60'000});
    ASSERT_TRUE(world.files.rename("/away", "/nas"));
    expect_good_end();
}

TEST_F(WorkerPauseTest, ALongPauseReleasesTheMemoryAndTheJobGoesOnInItsFolder) {
    boot_into_transcode();
    const auto first = world.spec();
    world.files.put_file(std::filesystem::path(first.package_dir) / "segment_00001.m4s", "finished");
    pause();
    world.run_for(WorkerWorld::kRelease - Duration{1});
    EXPECT_FALSE(world.transcoder().destroyed);
    EXPECT_EQ(world.state().pause->released, "");
    world.run_for(Duration{1});
    EXPECT_TRUE(world.transcoder().destroyed);
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_THAT(world.state().pause->released, HasSubstr("30 min"));
    EXPECT_DOUBLE_EQ(world.state().job->percent, 40);
    world.source.calls.clear();
    world.run_for(WorkerWorld::kSync * 3);
    EXPECT_EQ(world.source.count("keep job-1"), 3);
    EXPECT_EQ(starts(), 1U);
    resume();
    EXPECT_FALSE(world.state().pause);
    world.settle();
    ASSERT_EQ(starts(), 2U);
    EXPECT_EQ(base::Json::parse(world.transcoder().input), jobs::to_json(first)) << "the very same order";
    EXPECT_TRUE(world.files.content(std::filesystem::path(first.package_dir) / "segment_00001.m4s"));
    world.finish_transcode();
    expect_good_end();
}

TEST_F(WorkerPauseTest, AShortageOfMemoryReleasesAtOnce) {
    boot_into_transcode();
    pause();
    world.run_for(Duration{60'000});
    EXPECT_FALSE(world.transcoder().destroyed);
    world.host.available = WorkerWorld::kMemory - 1;
    world.run_for(Duration{5'000});
    EXPECT_TRUE(world.transcoder().destroyed);
    EXPECT_THAT(world.state().pause->released, HasSubstr("memory"));
    pause(); // for longer, say
    EXPECT_THAT(world.state().pause->released, HasSubstr("memory"));
    world.transcode = [this] { world.finish_transcode(); };
    resume();
    expect_good_end();
}

TEST_F(WorkerPauseTest, AShortageOfMemoryDoesNotEndARunningTranscoder) {
    boot_into_transcode();
    pause();
    resume();
    world.host.available = 0;
    world.run_for(Duration{60'000});
    EXPECT_FALSE(world.transcoder().destroyed);
    world.finish_transcode();
    expect_good_end();
}

TEST_F(WorkerPauseTest, APausedChildThatTheSystemKillsIsTakenForReleased) {
    boot_into_transcode();
    pause();
    world.transcoder().crash(9);
    world.run_for(WorkerWorld::kSync);
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_THAT(world.state().pause->released, HasSubstr("signal 9"));
    world.transcode = [this] { world.finish_transcode(); };
    resume();
    expect_good_end();
}

TEST_F(WorkerPauseTest, ACancelReachesAPausedJob) {
    for (const bool released : {false, true}) {
        SCOPED_TRACE(released);
        WorkerWorld other;
        other.add_job();
        other.transcode = {};
        other.boot();
        other.settle();
        other.daemon->worker.pause(
            {{{policy::PauseReason::ByYou, {}, {}, {}}}, PauseWhen::Now, other.clock.wall(), {}});
        if (released) {
            other.run_for(WorkerWorld::kRelease);
        }
        other.source.cancelled_job = "job-1";
        other.source.known.at("job-1").outcomes.emplace_back();
        other.run_for(WorkerWorld::kSync * 2);
        EXPECT_TRUE(other.transcoder().destroyed);
        EXPECT_THAT(other.staging(), IsEmpty());
        EXPECT_FALSE(other.journal_is_there());
        EXPECT_FALSE(other.state().job);
        EXPECT_EQ(other.state().phase, WorkerPhase::Paused);
        other.daemon->worker.resume();
        other.run_for(WorkerWorld::kSync);
        EXPECT_THAT(other.launcher.children, SizeIs(1));
    }
}

TEST_F(WorkerPauseTest, AStopWhilePausedKeepsTheJobForTheNextStart) {
    boot_into_transcode();
    const auto first = world.spec();
    pause();
    world.stop();
    EXPECT_TRUE(world.transcoder().destroyed);
    world.daemon = std::make_unique<WorkerWorld::Daemon>(world);
    pause();
    world.daemon->worker.start();
    world.run_for(WorkerWorld::kSync * 2);
    EXPECT_EQ(starts(), 1U);
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_GE(world.source.count("keep job-1"), 2);
    resume();
    world.settle();
    ASSERT_EQ(starts(), 2U);
    EXPECT_EQ(base::Json::parse(world.transcoder().input), jobs::to_json(first));
    world.finish_transcode();
    expect_good_end();
}

TEST_F(WorkerPauseTest, FinishThenPauseEndsTheJobAndTakesNoOther) {
    boot_into_transcode();
    world.add_job(2);
    pause(PauseWhen::AfterJob);
    EXPECT_FALSE(world.transcoder().paused);
    EXPECT_EQ(world.state().phase, WorkerPhase::Transcoding);
    EXPECT_TRUE(world.state().pause);
    world.finish_transcode();
    expect_good_end();
    world.run_for(WorkerWorld::kSync * 2);
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_EQ(starts(), 1U);
    world.transcode = [this] { world.finish_transcode(); };
    resume();
    EXPECT_TRUE(finalized("job-2"));
}

TEST_F(WorkerPauseTest, FinishThenPauseLetsAPausedJobGoOn) {
    boot_into_transcode();
    pause();
    pause(PauseWhen::AfterJob);
    EXPECT_FALSE(world.transcoder().paused);
    pause();
    EXPECT_TRUE(world.transcoder().paused);
    resume();
    world.finish_transcode();
    expect_good_end();
}

TEST_F(WorkerPauseTest, AJobThatIsPausedForLongIsGivenBack) {
    boot_into_transcode();
    pause();
    world.run_for(WorkerWorld::kGiveBack - Duration{1});
    EXPECT_EQ(world.source.count("give-back job-1"), 0);
    world.run_for(Duration{1});
    EXPECT_EQ(world.source.count("give-back job-1"), 1);
    world.run_for(WorkerWorld::kSync);
    EXPECT_FALSE(world.state().job);
    EXPECT_EQ(world.state().phase, WorkerPhase::Paused);
    EXPECT_THAT(world.staging(), IsEmpty());
    EXPECT_FALSE(world.journal_is_there());
    EXPECT_EQ(world.source.count("finish job-1"), 0);
    world.transcode = [this] { world.finish_transcode(); };
    resume();
    expect_good_end();
}

TEST_F(WorkerPauseTest, AJobThatTheSourceDoesNotTakeBackIsKept) {
    boot_into_transcode();
    world.source.give_back_error = base::fail(base::ErrorCode::Unsupported, "no");
    pause();
    world.run_for(WorkerWorld::kGiveBack * 2);
    EXPECT_EQ(world.source.count("give-back job-1"), 1);
    EXPECT_TRUE(world.state().job);
    world.transcode = [this] { world.finish_transcode(); };
    resume();
    expect_good_end();
}

TEST_F(WorkerPauseTest, AJobIsGivenBackOnceTheSourceIsThereAgain) {
    boot_into_transcode();
    pause();
    world.run_for(WorkerWorld::kGiveBack - Duration{1000});
    world.source.away = true;
    world.run_for(WorkerWorld::kSync * 6);
    EXPECT_TRUE(world.state().job);
    world.source.away = false;
    world.run_for(WorkerWorld::kSync * 2);
    EXPECT_FALSE(world.state().job);
}

TEST_F(WorkerPauseTest, TellsTheStateAsJson) {
    boot_into_transcode();
    world.daemon->worker.pause({{{policy::PauseReason::ByYou, {}, {}, {}}},
                                PauseWhen::Now,
                                world.clock.wall(),
                                world.clock.wall() + Duration{900'000}});
    const auto json = to_json(world.state());
    EXPECT_EQ(json["phase"], "paused");
    EXPECT_EQ(json["pause"]["reason"], "by_you");
    EXPECT_EQ(json["pause"]["since"], base::to_rfc3339(world.clock.wall()));
    EXPECT_EQ(json["pause"]["until"], base::to_rfc3339(world.clock.wall() + Duration{900'000}));
    EXPECT_EQ(json["pause"]["after_job"], false);
    EXPECT_EQ(json["pause"]["released"], "");
    EXPECT_EQ(json["job"]["percent"], 40);
    resume();
    EXPECT_TRUE(to_json(world.state())["pause"].is_null());
}

} // namespace
} // namespace framehand::worker
