// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/dispatcher.h"
#include "tests/orchestrator/rule_house.h"

#include <gtest/gtest.h>

namespace framehand::orchestrator {
namespace {

using base::ErrorCode;
using jobs::JobState;
using std::chrono::minutes;
using std::chrono::seconds;
using test::RuleHouse;

TEST(Dispatcher, TellsAStrangerToRegister) {
    RuleHouse house;
    SyncRequest request;
    request.worker_id = "stranger";
    const auto answer = house.dispatcher().sync(request);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::NotFound);
}

TEST(Dispatcher, GivesTheOldestJobOfTheHighestPriority) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    house.submit("b", 1);
    house.submit("c", 1);
    for (const auto* expected : {"b", "c", "a"}) {
        EXPECT_EQ(house.idle("w"), expected);
        ASSERT_TRUE(house.completed("w", expected));
    }
    EXPECT_EQ(house.idle("w"), "");
}

TEST(Dispatcher, GivesAJobOnlyToAWorkerThatCanDoIt) {
    RuleHouse house;
    house.add_worker("software");
    jobs::WorkerCapabilities gpu;
    gpu.supported_codecs = {"h264_nvenc"};
    house.add_worker("gpu", gpu);
    house.submit("needs-gpu", 0, "h264_nvenc");
    house.submit("any");
    EXPECT_EQ(house.idle("software"), "any");
    EXPECT_EQ(house.idle("gpu"), "needs-gpu");
}

TEST(Dispatcher, LooksPastManyJobsThatAWorkerCannotDo) {
    RuleHouse house;
    house.add_worker("w");
    for (int i = 0; i < 120; ++i) {
        house.submit("gpu-" + std::to_string(i), 0, "h264_nvenc");
    }
    house.submit("mine");
    EXPECT_EQ(house.idle("w"), "mine");
}

TEST(Dispatcher, GivesOneJobToOneWorker) {
    RuleHouse house;
    house.add_worker("v");
    house.add_worker("w");
    house.submit("a");
    EXPECT_EQ(house.idle("v"), "a");
    EXPECT_EQ(house.idle("w"), "");
}

TEST(Dispatcher, GivesNothingToABusyWorker) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    EXPECT_EQ(house.busy("w", ""), "");
    EXPECT_EQ(house.state("a"), JobState::Queued);
}

TEST(Dispatcher, AHeartbeatWithTheJobRenewsItsLease) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    for (int i = 0; i < 10; ++i) {
        house.wait(seconds{59});
        EXPECT_EQ(house.busy("w", "a"), "");
    }
    EXPECT_EQ(house.state("a"), JobState::Processing);
    EXPECT_EQ(house.job("a").lease_until, house.clock.wall() + seconds{60});
}

TEST(Dispatcher, ProgressRenewsTheLeaseToo) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    house.wait(seconds{59});
    ASSERT_TRUE(house.progress("w", "a", 33));
    house.wait(seconds{59});
    EXPECT_EQ(house.state("a"), JobState::Processing);
    EXPECT_EQ(house.job("a").progress, 33);
}

TEST(Dispatcher, ASilentWorkerLosesItsJob) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    house.wait(seconds{59});
    EXPECT_EQ(house.state("a"), JobState::Processing);
    house.wait(seconds{1});
    EXPECT_EQ(house.state("a"), JobState::Queued);
    ASSERT_EQ(house.outcomes("a"), "LOST");
    EXPECT_EQ(house.attempts("a").front().cause, "worker w stopped answering");
    EXPECT_EQ(house.job("a").attempts, 1);
}

TEST(Dispatcher, ALeaseDoesNotEndBecauseTheSystemsClockJumps) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    house.clock.jump_wall(std::chrono::hours{24 * 365});
    house.wait(seconds{30});
    EXPECT_EQ(house.state("a"), JobState::Processing);
}

TEST(Dispatcher, LeasesBeginAnewWhenTheOrchestratorWasAway) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    house.clock.advance(minutes{30});
    house.restart();
    house.wait(seconds{59});
    EXPECT_EQ(house.busy("w", "a"), "");
    EXPECT_EQ(house.state("a"), JobState::Processing);
    house.restart();
    house.wait(seconds{60});
    EXPECT_EQ(house.state("a"), JobState::Queued);
}

TEST(Dispatcher, AfterThreeLostAttemptsTheJobFailsWithAllCauses) {
    RuleHouse house;
    house.add_worker("v");
    house.submit("a");
    ASSERT_EQ(house.idle("v"), "a");
    house.wait(minutes{1});
    house.add_worker("w");
    ASSERT_EQ(house.idle("w"), "a");
    ASSERT_TRUE(house.failed("w", "a", "out of memory"));
    house.wait(minutes{11});
    ASSERT_EQ(house.idle("v"), "a");
    house.wait(minutes{1});
    const auto job = house.job("a");
    EXPECT_EQ(job.state, JobState::Failed);
    EXPECT_EQ(job.error,
              "failed 3 times: attempt 1 on worker v: worker v stopped answering; attempt 2 on worker w: out "
              "of memory; attempt 3 on worker v: worker v stopped answering");
    EXPECT_EQ(house.outcomes("a"), "LOST FAILED LOST");
    EXPECT_EQ(house.idle("v"), "");
}

TEST(Dispatcher, SendsAJobAgainWhoseAnswerNeverArrived) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    house.submit("b");
    ASSERT_EQ(house.idle("w"), "a");
    EXPECT_EQ(house.idle("w"), "a");
    EXPECT_EQ(house.idle("w"), "a");
    EXPECT_EQ(house.attempts("a").size(), 1U) << "it counts once";
    EXPECT_EQ(house.job("a").attempts, 1);
    ASSERT_TRUE(house.progress("w", "a"));
    ASSERT_TRUE(house.completed("w", "a"));
    EXPECT_EQ(house.idle("w"), "b");
}

TEST(Dispatcher, ResendsOnlySoOften) {
    DispatchRules rules;
    rules.max_resends = 2;
    RuleHouse house(rules);
    house.add_worker("w");
    house.submit("a");
    for (int i = 0; i < 3; ++i) {
        ASSERT_EQ(house.idle("w"), "a");
        ASSERT_EQ(house.attempts("a").size(), 1U);
    }
    ASSERT_EQ(house.idle("w"), "a");
    ASSERT_EQ(house.attempts("a").size(), 2U);
    EXPECT_EQ(house.attempts("a")[0].cause, "worker w was given the job 3 times and never began it");
    for (int i = 0; i < 5; ++i) {
        ASSERT_EQ(house.idle("w"), "a");
    }
    EXPECT_EQ(house.idle("w"), "");
    EXPECT_EQ(house.state("a"), JobState::Failed);
}

TEST(Dispatcher, AJobThatNeverArrivedIsSentAgainAfterARestartToo) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    house.restart();
    EXPECT_EQ(house.idle("w"), "a");
    EXPECT_EQ(house.attempts("a").size(), 1U);
}

TEST(Dispatcher, AWorkerThatComesBackWithoutItsJobHasLostTheAttemptAfterAGrace) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    ASSERT_EQ(house.busy("w", "a"), "");
    EXPECT_EQ(house.idle("w"), "") << "its result may be on the way";
    house.wait(seconds{14});
    EXPECT_EQ(house.idle("w"), "");
    EXPECT_EQ(house.state("a"), JobState::Processing);
    house.wait(seconds{1});
    EXPECT_EQ(house.idle("w"), "a");
    EXPECT_EQ(house.outcomes("a"), "LOST OPEN");
    EXPECT_EQ(house.attempts("a")[0].cause, "worker w came back without the job");
}

TEST(Dispatcher, AResultThatArrivesWithinTheGraceCounts) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    house.submit("b");
    ASSERT_EQ(house.idle("w"), "a");
    ASSERT_EQ(house.busy("w", "a"), "");
    ASSERT_EQ(house.idle("w"), "");
    ASSERT_TRUE(house.completed("w", "a"));
    EXPECT_EQ(house.idle("w"), "b");
    EXPECT_EQ(house.outcomes("a"), "COMPLETED");
}

TEST(Dispatcher, ALateWorkerGoesOnWhereNobodyElseHasTakenItsJob) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    house.wait(minutes{1});
    ASSERT_EQ(house.state("a"), JobState::Queued);
    EXPECT_EQ(house.busy("w", "a"), "");
    EXPECT_EQ(house.state("a"), JobState::Processing);
    EXPECT_EQ(house.outcomes("a"), "OPEN");
    EXPECT_EQ(house.job("a").attempts, 1);
    house.wait(minutes{1});
    ASSERT_TRUE(house.progress("w", "a", 50)) << "progress takes it up again as well";
    EXPECT_EQ(house.state("a"), JobState::Processing);
}

TEST(Dispatcher, ALateWorkerTakesUpItsJobAgainAlsoWhenAnotherLostItSince) {
    RuleHouse house;
    house.add_worker("v");
    house.submit("a");
    ASSERT_EQ(house.idle("v"), "a");
    house.wait(minutes{1});
    house.add_worker("w");
    ASSERT_EQ(house.idle("w"), "a");
    house.wait(minutes{1});
    EXPECT_EQ(house.busy("v", "a"), "");
    EXPECT_EQ(house.outcomes("a"), "LOST LOST OPEN");
    EXPECT_EQ(house.job("a").worker_id, "v");
}

TEST(Dispatcher, ALateWorkerStopsWhereAnotherHasItsJob) {
    RuleHouse house;
    house.add_worker("v");
    house.submit("a");
    ASSERT_EQ(house.idle("v"), "a");
    house.wait(minutes{1});
    house.add_worker("w");
    ASSERT_EQ(house.idle("w"), "a");
    EXPECT_EQ(house.busy("v", "a"), "a");
    const auto progress = house.progress("v", "a");
    ASSERT_FALSE(progress);
    EXPECT_EQ(progress.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(house.busy("w", "a"), "");
}

TEST(Dispatcher, AFailedJobWaitsForAnotherWorkerButNotForever) {
    RuleHouse house;
    house.add_worker("v");
    house.add_worker("w");
    house.submit("a");
    house.submit("b");
    ASSERT_EQ(house.idle("v"), "a");
    ASSERT_TRUE(house.failed("v", "a"));
    EXPECT_EQ(house.idle("v"), "b") << "it gets other work meanwhile";
    EXPECT_EQ(house.idle("w"), "a");
    ASSERT_TRUE(house.failed("w", "a"));
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(house.idle("w"), "") << "v answers and could do it";
        house.clock.advance(minutes{1});
        house.busy("v", "b");
    }
    EXPECT_EQ(house.idle("w"), "a");
}

TEST(Dispatcher, AFailedJobGoesToTheSameWorkerWhereItIsTheOnlyOne) {
    RuleHouse house;
    house.add_worker("w");
    house.submit("a");
    ASSERT_EQ(house.idle("w"), "a");
    ASSERT_TRUE(house.failed("w", "a"));
    EXPECT_EQ(house.idle("w"), "a");
}

TEST(Dispatcher, AWorkerThatFailsJobAfterJobGetsNothingForAWhile) {
    DispatchRules rules;
    rules.max_attempts = 1;
    RuleHouse house(rules);
    house.add_worker("w");
    for (const auto* id : {"a", "b", "c", "d"}) {
        house.submit(id);
    }
    for (const auto* id : {"a", "b", "c"}) {
        ASSERT_EQ(house.idle("w"), id);
        ASSERT_TRUE(house.failed("w", id));
    }
    EXPECT_EQ(house.idle("w"), "");
    house.wait(minutes{5});
    EXPECT_EQ(house.idle("w"), "d");
}

TEST(Dispatcher, AWorkerMayFinishAJobThatIsNotKnownHere) {
    RuleHouse house;
    house.add_worker("w");
    EXPECT_EQ(house.busy("w", "from-another-life"), "");
    EXPECT_EQ(house.progress("w", "from-another-life").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace framehand::orchestrator
