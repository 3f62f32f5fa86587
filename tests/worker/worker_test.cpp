// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rooted.h"
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

class WorkerTest : public testing::Test {
protected:
    bool finalized(const std::string& job_id, std::size_t times = 1) {
        return world.run_until([&] { return world.outcomes(job_id).size() >= times; });
    }

    WorkerWorld world;
};

TEST_F(WorkerTest, RegistersAsksWorksReportsAndAsksAgain) {
    world.add_job();
    world.boot();
    ASSERT_TRUE(finalized("job-1"));
    world.settle();
    EXPECT_THAT(world.outcomes("job-1"), ElementsAre("COMPLETED /out/job-1/720p/index.m3u8"));
    EXPECT_THAT(world.source.calls, ElementsAre("register", "take", "progress job-1", "finish job-1", "take"));
    EXPECT_EQ(world.problem_at_destination("job-1"), "");
    EXPECT_THAT(world.staging(), IsEmpty());
    EXPECT_TRUE(world.outbox_is_empty());
    EXPECT_FALSE(world.journal_is_there());
    EXPECT_EQ(world.state().phase, WorkerPhase::Idle);
    EXPECT_EQ(world.state().jobs_completed, 1U);
    EXPECT_FALSE(world.state().job);
    EXPECT_EQ(world.source.known["job-1"].outcomes[0].lease.attempt, 1);
}

TEST_F(WorkerTest, RunsTheTranscoderAtIdlePriorityWithTheJobsSpec) {
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    EXPECT_THAT(world.transcoder().request.arguments, ElementsAre("run"));
    EXPECT_EQ(world.transcoder().request.priority, ports::ChildProcessRequest::Priority::Idle);
    EXPECT_FALSE(world.transcoder().input_closed);
    const auto spec = jobs::transcode_spec_from_json(base::Json::parse(world.transcoder().input)).value();
    EXPECT_EQ(spec.input_path, test::rooted("/nas/in/job-1.mkv").string());
    EXPECT_THAT(spec.package_dir, HasSubstr(test::rooted("/data/staging/job-1-").string()));
    EXPECT_EQ(world.state().phase, WorkerPhase::Transcoding);
}

TEST_F(WorkerTest, AsksOnceASyncIntervalWhileThereIsNothingToDo) {
    world.boot();
    world.settle();
    EXPECT_EQ(world.source.count("take"), 1);
    world.run_for(WorkerWorld::kSync * 6);
    EXPECT_EQ(world.source.count("take"), 7);
    EXPECT_DOUBLE_EQ(world.source.last_heartbeat.load.cpu_percent, 12.5);
}

TEST_F(WorkerTest, KeepsTheLeaseAndTakesNoOtherJobWhileOneRuns) {
    world.add_job(1);
    world.add_job(2);
    world.transcode = {};
    world.boot();
    world.run_for(WorkerWorld::kSync * 5 + Duration{1});
    EXPECT_EQ(world.source.count("keep job-1"), 5);
    EXPECT_EQ(world.source.count("take"), 1);
    EXPECT_EQ(world.launcher.children.size(), 1U);
}

TEST_F(WorkerTest, ReportsOnlyTheLatestProgressOnceAnInterval) {
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    for (int i = 1; i <= 50; ++i) {
        world.progress(i, i * 10);
        world.run_for(Duration{100});
    }
    // 5 s of events: at once, after 2 s and after 4 s.
    ASSERT_EQ(world.source.reported.size(), 3U);
    EXPECT_DOUBLE_EQ(world.source.reported[0].percent, 1);
    EXPECT_DOUBLE_EQ(world.source.reported[1].percent, 20);
    EXPECT_DOUBLE_EQ(world.source.reported[2].percent, 40);
    EXPECT_DOUBLE_EQ(world.state().job->percent, 50);
    world.run_for(WorkerWorld::kProgress * 3);
    EXPECT_EQ(world.source.reported.size(), 4U) << "the last values, once";
}

TEST_F(WorkerTest, NewIntervalsHoldAtOnceAndNewOptionsFromTheNextJobOn) {
    world.add_job(1);
    world.transcode = {};
    world.boot();
    world.settle();
    auto options = WorkerWorld::options();
    options.sync_interval = Duration{1'000};
    options.progress_interval = Duration{500};
    options.run.threads = 3;
    options.run.transcoder.priority = ports::ChildProcessRequest::Priority::Normal;
    world.daemon->worker.set_options(options);
    world.progress(1, 10);
    for (int i = 2; i <= 10; ++i) {
        world.progress(i, i * 10);
        world.run_for(Duration{100});
    }
    EXPECT_EQ(world.source.reported.size(), 2U) << "at once, and after the new interval";
    world.run_for(Duration{4'200});
    EXPECT_EQ(world.source.count("keep job-1"), 5);
    EXPECT_EQ(world.launcher.children.size(), 1U) << "the running job is left alone";
    EXPECT_EQ(world.source.count("register"), 1);
    world.finish_transcode();
    ASSERT_TRUE(finalized("job-1"));
    world.add_job(2);
    world.run_for(Duration{1'100});
    ASSERT_EQ(world.launcher.children.size(), 2U) << "asked after the new interval";
    EXPECT_EQ(world.transcoder().request.priority, ports::ChildProcessRequest::Priority::Normal);
    EXPECT_EQ(jobs::transcode_spec_from_json(base::Json::parse(world.transcoder().input))->threads, 3);
}

TEST_F(WorkerTest, OtherCapabilitiesAreAnnounced) {
    world.boot();
    world.settle();
    auto options = WorkerWorld::options();
    world.daemon->worker.set_options(options);
    world.settle();
    EXPECT_EQ(world.source.count("register"), 1);
    options.run.capabilities.cpu_cores = 64;
    world.daemon->worker.set_options(options);
    world.settle();
    EXPECT_EQ(world.source.count("register"), 2);
}

TEST_F(WorkerTest, AMissingInputFailsWithItsPathAndTheNextJobIsDone) {
    auto job = world.add_job(1);
    ASSERT_TRUE(world.files.remove("/nas/in/job-1.mkv"));
    world.add_job(2);
    world.boot();
    ASSERT_TRUE(finalized("job-2"));
    EXPECT_THAT(world.outcomes("job-1"),
                ElementsAre("FAILED input file does not exist: " + test::rooted("/nas/in/job-1.mkv").string()));
    EXPECT_THAT(world.outcomes("job-2"), ElementsAre("COMPLETED /out/job-2/720p/index.m3u8"));
}

TEST_F(WorkerTest, APathThatLeavesTheRootFails) {
    auto job = world.add_job();
    job.job_id = "job-2";
    job.outputs[0].dest_path = "../elsewhere";
    world.source.add(job);
    world.boot();
    ASSERT_TRUE(finalized("job-2"));
    EXPECT_THAT(world.outcomes("job-2")[0], HasSubstr("dest_path"));
}

TEST_F(WorkerTest, AnAssignmentThatCannotBeReadIsReported) {
    sources::JobOutcome refused;
    refused.lease.job_id = "job-9";
    refused.error_message = "outputs: is missing";
    world.source.refused = refused;
    world.boot();
    ASSERT_TRUE(finalized("job-9"));
    EXPECT_THAT(world.outcomes("job-9"), ElementsAre("FAILED outputs: is missing"));
    EXPECT_EQ(world.state().jobs_failed, 1U);
}

TEST_F(WorkerTest, ACrashedTranscoderFailsTheJobWithItsLastWords) {
    world.add_job(1);
    world.transcode = [this] {
        world.transcode = [this] { world.finish_transcode(); };
        world.transcoder().crash(11, "stack smashing detected\n");
    };
    world.add_job(2);
    world.boot();
    ASSERT_TRUE(finalized("job-2"));
    EXPECT_THAT(world.outcomes("job-1"),
                ElementsAre("FAILED the transcoder crashed (killed by signal 11): stack smashing detected"));
    EXPECT_THAT(world.outcomes("job-2"), ElementsAre(HasSubstr("COMPLETED")));
    EXPECT_THAT(world.staging(), IsEmpty());
}

TEST_F(WorkerTest, ATranscoderThatSomebodyEndsBeforeItHasBegunStartsAgain) {
    world.add_job();
    int ended = 0;
    world.transcode = [this, &ended] {
        if (++ended < JobRun::kCrashesInPlace) {
            world.transcoder().crash(9);
        } else {
            world.finish_transcode();
        }
    };
    world.boot();
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_THAT(world.outcomes("job-1"), ElementsAre("COMPLETED /out/job-1/720p/index.m3u8"));
    EXPECT_EQ(world.source.known["job-1"].outcomes[0].lease.attempt, 1) << "no attempt was lost";
}

TEST_F(WorkerTest, ATranscoderThatIsEndedAgainAndAgainFailsTheJob) {
    world.add_job();
    world.transcode = [this] { world.transcoder().crash(9); };
    world.boot();
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_EQ(world.launcher.children.size(), static_cast<std::size_t>(JobRun::kCrashesInPlace));
    EXPECT_THAT(world.outcomes("job-1"), ElementsAre("FAILED the transcoder crashed (killed by signal 9)"));
}

TEST_F(WorkerTest, ATranscoderThatFallsOnItsWayGoesOnInItsFolder) {
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    const auto first = world.spec();
    for (int i = 1; i <= 30; ++i) {
        world.files.put_file(std::filesystem::path(first.package_dir) / std::to_string(i), "finished");
        world.progress(i, i);
        world.transcoder().crash(9);
        world.run_for(Duration{2000});
        ASSERT_EQ(world.launcher.children.size(), static_cast<std::size_t>(i) + 1) << "it got further each time";
        EXPECT_EQ(base::Json::parse(world.transcoder().input), jobs::to_json(first)) << "the very same order";
    }
    EXPECT_EQ(world.files.names(first.package_dir).size(), 30U);
    world.finish_transcode();
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_THAT(world.outcomes("job-1"), ElementsAre("COMPLETED /out/job-1/720p/index.m3u8"));
    EXPECT_EQ(world.source.known["job-1"].outcomes[0].lease.attempt, 1) << "no attempt was lost";
    EXPECT_THAT(world.staging(), IsEmpty());
}

TEST_F(WorkerTest, ATranscoderThatAlwaysFallsAtTheSamePlaceFailsTheJob) {
    world.add_job();
    world.transcode = [this] {
        world.progress(40, 100);
        world.transcoder().crash(11, "at frame 100\n");
    };
    world.boot();
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_EQ(world.launcher.children.size(), static_cast<std::size_t>(JobRun::kCrashesInPlace));
    EXPECT_THAT(world.outcomes("job-1"),
                ElementsAre("FAILED the transcoder crashed (killed by signal 11): at frame 100"));
    EXPECT_THAT(world.staging(), IsEmpty());
}

TEST_F(WorkerTest, AHungTranscoderIsEndedAndTheJobSaysWhy) {
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    world.progress(10, 100);
    world.run_for(WorkerWorld::kStall - Duration{1});
    world.progress(10, 100); // says something, but has not moved
    EXPECT_FALSE(world.transcoder().killed);
    world.run_for(Duration{2});
    ASSERT_TRUE(world.transcoder().killed);
    world.transcoder().crash(9);
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_THAT(world.outcomes("job-1"), ElementsAre("FAILED no progress for 5 min"));
}

TEST_F(WorkerTest, ASlowTranscoderIsLeftAlone) {
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    for (int i = 1; i < 10; ++i) {
        world.run_for(WorkerWorld::kStall - Duration{1});
        world.progress(1, i);
    }
    EXPECT_FALSE(world.transcoder().killed);
}

TEST_F(WorkerTest, BacksOffWhileTheOrchestratorIsAwayAndStartsWhenItComes) {
    world.add_job();
    world.source.away = true;
    world.boot();
    world.run_for(Duration{600'000});
    const auto tries = world.source.count("register");
    EXPECT_GT(tries, 12) << "at most 60 s apart";
    EXPECT_LT(tries, 40) << "but ever more seldom";
    EXPECT_EQ(world.state().phase, WorkerPhase::Connecting);
    EXPECT_FALSE(world.state().orchestrator_reachable);
    world.source.away = false;
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_TRUE(world.state().orchestrator_reachable);
}

TEST_F(WorkerTest, ATwoMinuteOutageAtTheEndLosesNothing) {
    world.add_job();
    world.transcode = [this] {
        world.finish_transcode();
        world.source.away = true;
    };
    world.boot();
    world.run_for(Duration{60'000});
    EXPECT_THAT(world.outcomes("job-1"), IsEmpty());
    EXPECT_FALSE(world.outbox_is_empty());
    world.kill();
    world.boot();
    world.run_for(Duration{60'000});
    EXPECT_FALSE(world.outbox_is_empty());
    world.source.away = false;
    ASSERT_TRUE(finalized("job-1"));
    world.run_for(Duration{120'000});
    EXPECT_THAT(world.outcomes("job-1"), ElementsAre("COMPLETED /out/job-1/720p/index.m3u8"));
    EXPECT_TRUE(world.outbox_is_empty());
    EXPECT_EQ(world.launcher.children.size(), 1U) << "the work was done once";
}

TEST_F(WorkerTest, TellsTheOutcomeBeforeItAsksForMore) {
    world.add_job();
    world.source.finish_error = base::fail(base::ErrorCode::Unavailable, "HTTP 503");
    world.boot();
    world.run_for(Duration{30'000});
    world.source.calls.clear();
    world.source.finish_error.reset();
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_EQ(world.source.calls.front(), "finish job-1");
}

TEST_F(WorkerTest, ARefusedOutcomeIsSetAsideAndShown) {
    world.add_job(1);
    world.source.finish_error = base::fail(base::ErrorCode::InvalidArgument, "HTTP 400");
    world.transcode = [this] {
        world.source.known.at("job-1").outcomes.emplace_back(); // the orchestrator has ended it by itself
        world.finish_transcode();
    };
    world.boot();
    world.settle();
    EXPECT_THAT(world.state().last_error, HasSubstr("HTTP 400"));
    EXPECT_EQ(world.files.files("/data/outbox/refused").size(), 1U);
    world.source.finish_error.reset();
    world.transcode = [this] { world.finish_transcode(); };
    world.add_job(2);
    ASSERT_TRUE(finalized("job-2"));
}

TEST_F(WorkerTest, AJobAssignedAgainBeforeItsOutcomeArrivedIsNotDoneTwice) {
    world.add_job();
    world.source.finish_error = base::fail(base::ErrorCode::Unavailable, "HTTP 503");
    world.boot();
    world.run_for(Duration{120'000});
    EXPECT_GT(world.source.count("take"), 1);
    EXPECT_EQ(world.launcher.children.size(), 1U);
    world.source.finish_error.reset();
    ASSERT_TRUE(finalized("job-1"));
}

TEST_F(WorkerTest, ACancelledJobStopsAtOnceAndLeavesNothing) {
    world.add_job(1);
    world.transcode = {};
    world.boot();
    world.settle();
    world.source.cancelled_job = "job-1";
    world.source.known.at("job-1").outcomes.emplace_back(); // no longer to be assigned
    world.run_for(WorkerWorld::kSync);
    EXPECT_TRUE(world.transcoder().destroyed);
    EXPECT_EQ(world.source.count("finish job-1"), 0);
    EXPECT_THAT(world.staging(), IsEmpty());
    EXPECT_FALSE(world.journal_is_there());
    EXPECT_EQ(world.state().phase, WorkerPhase::Idle);
    world.transcode = [this] { world.finish_transcode(); };
    world.add_job(2);
    ASSERT_TRUE(finalized("job-2"));
}

TEST_F(WorkerTest, AStopKeepsTheJobForTheNextStart) {
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    world.stop();
    EXPECT_TRUE(world.transcoder().destroyed);
    EXPECT_TRUE(world.journal_is_there());
    world.transcode = [this] { world.finish_transcode(); };
    world.source.calls.clear();
    world.boot();
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_THAT(world.source.calls, testing::Contains("keep job-1"));
    EXPECT_EQ(world.problem_at_destination("job-1"), "");
}

TEST_F(WorkerTest, GoesOnWithItsJobAlsoWhileTheOrchestratorIsAway) {
    world.add_job();
    world.transcode = {};
    world.boot();
    world.settle();
    world.kill();
    world.source.away = true;
    world.transcode = [this] { world.finish_transcode(); };
    world.boot();
    ASSERT_TRUE(world.run_until([&] { return world.problem_at_destination("job-1").empty(); }));
    world.source.away = false;
    ASSERT_TRUE(finalized("job-1"));
    world.run_for(WorkerWorld::kSync * 3);
    EXPECT_THAT(world.outcomes("job-1"), ElementsAre(HasSubstr("COMPLETED")));
    EXPECT_EQ(world.state().phase, WorkerPhase::Idle);
}

TEST_F(WorkerTest, AcceptsNoJobsWhileTheShareIsAway) {
    world.add_job();
    ASSERT_TRUE(world.files.rename("/nas", "/away"));
    world.boot();
    world.run_for(WorkerWorld::kSync * 3);
    EXPECT_EQ(world.source.count("take"), 0);
    EXPECT_EQ(world.source.count("take-busy"), 4);
    EXPECT_EQ(world.state().phase, WorkerPhase::NotReady);
    EXPECT_THAT(world.state().reason, HasSubstr(test::rooted("/nas").string()));
    ASSERT_TRUE(world.files.rename("/away", "/nas"));
    ASSERT_TRUE(finalized("job-1"));
}

TEST_F(WorkerTest, APackageWaitsForAShareThatComesBack) {
    world.add_job();
    world.transcode = [this] {
        world.finish_transcode();
        EXPECT_TRUE(world.files.rename("/nas", "/away"));
    };
    world.boot();
    world.run_for(Duration{300'000});
    EXPECT_EQ(world.state().phase, WorkerPhase::Committing);
    EXPECT_GT(world.source.count("keep job-1"), 20) << "the lease is kept";
    ASSERT_TRUE(world.files.rename("/away", "/nas"));
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_EQ(world.problem_at_destination("job-1"), "");
    EXPECT_EQ(world.launcher.children.size(), 1U);
}

TEST_F(WorkerTest, AShareThatStaysAwayFailsTheJobInTheEnd) {
    world.add_job();
    world.transcode = [this] {
        world.finish_transcode();
        EXPECT_TRUE(world.files.rename("/nas", "/away"));
    };
    world.boot();
    world.run_for(WorkerWorld::kSharePatience + Duration{120'000});
    ASSERT_THAT(world.outcomes("job-1"),
                ElementsAre(HasSubstr("FAILED the NAS folder " + test::rooted("/nas").string())));
    EXPECT_THAT(world.staging(), IsEmpty());
    ASSERT_TRUE(world.files.rename("/away", "/nas"));
    world.transcode = [this] { world.finish_transcode(); };
    world.add_job(2);
    ASSERT_TRUE(finalized("job-2"));
}

TEST_F(WorkerTest, AFullShareFailsTheJobAndLeavesTheDestinationClean) {
    world.add_job();
    world.files.set_capacity("/nas", 50);
    world.boot();
    ASSERT_TRUE(finalized("job-1"));
    EXPECT_THAT(world.outcomes("job-1")[0], HasSubstr("FAILED"));
    EXPECT_THAT(world.outcomes("job-1")[0], HasSubstr("free"));
    EXPECT_THAT(world.files.files("/nas/out"), IsEmpty());
    EXPECT_THAT(world.staging(), IsEmpty());
}

TEST_F(WorkerTest, AnOutcomeWaitsForRoomOnTheLocalDisk) {
    world.add_job();
    world.transcode = [this] {
        world.files.fail({1, base::ErrorCode::NoSpace, test::FaultFileSystem::When::Before,
                          test::FaultFileSystem::Until::Lifted, "/data/outbox"});
        world.transcoder().crash(6);
    };
    world.boot();
    world.run_for(Duration{60'000});
    EXPECT_THAT(world.outcomes("job-1"), IsEmpty());
    EXPECT_EQ(world.state().phase, WorkerPhase::Reporting);
    world.files.lift_faults();
    ASSERT_TRUE(finalized("job-1"));
}

TEST_F(WorkerTest, TellsObserversStatesAndProgressApart) {
    world.add_job();
    world.boot();
    std::vector<std::pair<WorkerPhase, StateChange>> seen;
    const auto subscription = world.daemon->worker.state().subscribe([&](const WorkerState& state, StateChange change) {
        if (seen.empty() || seen.back() != std::pair(state.phase, change)) {
            seen.emplace_back(state.phase, change);
        }
    });
    world.settle();
    const auto state = StateChange::State;
    EXPECT_THAT(seen, ElementsAre(std::pair(WorkerPhase::Connecting, state), std::pair(WorkerPhase::Preparing, state),
                                  std::pair(WorkerPhase::Transcoding, state),
                                  std::pair(WorkerPhase::Transcoding, StateChange::Progress),
                                  std::pair(WorkerPhase::Committing, state), std::pair(WorkerPhase::Reporting, state),
                                  std::pair(WorkerPhase::Idle, state)));
}

} // namespace
} // namespace framehand::worker
