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

/// A house where worker "w" has begun job "a".
class RunningJob : public testing::Test {
protected:
    void SetUp() override {
        house.add_worker("w");
        house.submit("a");
        ASSERT_EQ(house.idle("w"), "a");
        ASSERT_EQ(house.busy("w", "a"), "");
    }

    /// The job is lost by "w" and given to "v".
    void give_to_another() {
        house.wait(minutes{1});
        house.add_worker("v");
        ASSERT_EQ(house.idle("v"), "a");
    }

    RuleHouse house;
};

TEST_F(RunningJob, IsCompletedOnceHoweverOftenItIsSaid) {
    ASSERT_TRUE(house.completed("w", "a"));
    const auto job = house.job("a");
    EXPECT_EQ(job.state, JobState::Completed);
    EXPECT_EQ(job.manifest_url, "/out/index.m3u8");
    EXPECT_EQ(job.metrics, (base::Json{{"total_time_ms", 1234}}));
    EXPECT_EQ(job.finished_at, house.clock.wall());
    house.clock.advance(seconds{5});
    EXPECT_TRUE(house.completed("w", "a"));
    EXPECT_EQ(house.job("a").finished_at, job.finished_at);
    EXPECT_EQ(house.outcomes("a"), "COMPLETED");
    EXPECT_EQ(house.busy("w", "a"), "") << "its heartbeat overtaken by its own result stops nothing";
}

TEST_F(RunningJob, CannotFailOnceCompleted) {
    ASSERT_TRUE(house.completed("w", "a"));
    const auto failed = house.failed("w", "a");
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(house.state("a"), JobState::Completed);
}

TEST_F(RunningJob, FailsWithItsOnlyCauseWhenEachAttemptHadTheSame) {
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(house.failed("w", "a", "input file does not exist: films/a.mkv"));
        house.idle("w");
    }
    EXPECT_EQ(house.state("a"), JobState::Failed);
    EXPECT_EQ(house.job("a").error, "input file does not exist: films/a.mkv (3 attempts)");
    EXPECT_TRUE(house.failed("w", "a", "input file does not exist: films/a.mkv"));
    EXPECT_EQ(house.attempts("a").size(), 3U);
}

TEST_F(RunningJob, ALateCompletionOfALostAttemptIsTaken) {
    house.wait(minutes{1});
    ASSERT_EQ(house.state("a"), JobState::Queued);
    ASSERT_TRUE(house.completed("w", "a"));
    EXPECT_EQ(house.state("a"), JobState::Completed);
    EXPECT_EQ(house.outcomes("a"), "COMPLETED");
}

TEST_F(RunningJob, ALateCompletionIsTakenFromTheFirstWorkerAndTheSecondIsStopped) {
    give_to_another();
    ASSERT_TRUE(house.completed("w", "a"));
    EXPECT_EQ(house.state("a"), JobState::Completed);
    EXPECT_EQ(house.outcomes("a"), "COMPLETED SUPERSEDED");
    EXPECT_EQ(house.busy("v", "a"), "a");
    EXPECT_EQ(house.progress("v", "a").error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(house.completed("v", "a")) << "the same outcome again is fine";
    EXPECT_EQ(house.job("a").worker_id, "w");
    house.submit("b");
    EXPECT_EQ(house.idle("v"), "b") << "nothing of the old job holds it";
}

TEST_F(RunningJob, ALateFailureOfALostAttemptDoesNotTouchTheNewOne) {
    give_to_another();
    EXPECT_TRUE(house.failed("w", "a", "late"));
    EXPECT_EQ(house.state("a"), JobState::Processing);
    EXPECT_EQ(house.outcomes("a"), "LOST OPEN");
    EXPECT_EQ(house.busy("v", "a"), "");
}

TEST_F(RunningJob, ARepeatedFailureDoesNotFailTheNextAttemptOfTheSameWorker) {
    ASSERT_TRUE(house.failed("w", "a", "broken", 1500));
    ASSERT_EQ(house.idle("w"), "a");
    EXPECT_TRUE(house.failed("w", "a", "broken", 1500));
    EXPECT_EQ(house.outcomes("a"), "FAILED OPEN");
    EXPECT_TRUE(house.failed("w", "a", "broken", 1501)) << "this one is new";
    EXPECT_EQ(house.outcomes("a"), "FAILED FAILED");
}

TEST_F(RunningJob, AFailureThatNamesItsAttemptEndsOnlyThatOne) {
    FinalizeReport report;
    report.worker_id = "w";
    report.error_message = "broken";
    report.attempt = 1;
    ASSERT_TRUE(house.dispatcher().finalize("a", report));
    ASSERT_EQ(house.idle("w"), "a");
    ASSERT_EQ(house.busy("w", "a"), "");
    EXPECT_TRUE(house.dispatcher().finalize("a", report));
    EXPECT_EQ(house.outcomes("a"), "FAILED OPEN");
    report.attempt = 2;
    EXPECT_TRUE(house.dispatcher().finalize("a", report));
    EXPECT_EQ(house.outcomes("a"), "FAILED FAILED");
}

TEST_F(RunningJob, AReportWithoutAWorkersNameIsItsWorkers) {
    ASSERT_TRUE(house.failed("", "a", "broken"));
    EXPECT_EQ(house.outcomes("a"), "FAILED");
    ASSERT_EQ(house.idle("w"), "a");
    ASSERT_TRUE(house.completed("", "a"));
    EXPECT_EQ(house.job("a").worker_id, "w");
}

TEST_F(RunningJob, AWorkerThatNeverHadItCannotEndIt) {
    house.add_worker("stranger");
    for (const auto& status : {house.completed("stranger", "a"), house.failed("stranger", "a")}) {
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::PermissionDenied);
    }
    EXPECT_EQ(house.state("a"), JobState::Processing);
}

TEST_F(RunningJob, GivenBackIsQueuedAgainWithoutCounting) {
    FinalizeReport report;
    report.worker_id = "w";
    report.error_message = "the owner needs the machine";
    report.given_back = true;
    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE(house.dispatcher().finalize("a", report));
        ASSERT_EQ(house.state("a"), JobState::Queued);
        ASSERT_EQ(house.job("a").attempts, 0);
        ASSERT_EQ(house.idle("w"), "a");
    }
    EXPECT_EQ(house.attempts("a").front().cause, "the owner needs the machine");
    EXPECT_TRUE(house.workers().list().front().record.failed_jobs.empty());
}

TEST_F(RunningJob, IsCancelledAndItsWorkerTold) {
    const auto record = house.dispatcher().cancel("a");
    ASSERT_TRUE(record);
    EXPECT_EQ(record->state, JobState::Cancelled);
    EXPECT_EQ(house.outcomes("a"), "CANCELLED");
    EXPECT_EQ(house.busy("w", "a"), "a");
    EXPECT_EQ(house.progress("w", "a").error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(house.failed("w", "a", "cancelled")) << "the worker may say that it stopped";
    EXPECT_EQ(house.completed("w", "a").error().code, ErrorCode::Cancelled);
    EXPECT_EQ(house.state("a"), JobState::Cancelled);
    EXPECT_TRUE(house.dispatcher().cancel("a")) << "twice is fine";
    house.wait(minutes{5});
    EXPECT_EQ(house.state("a"), JobState::Cancelled);
    EXPECT_EQ(house.idle("w"), "");
}

TEST_F(RunningJob, CannotBeCancelledOnceItEnded) {
    ASSERT_TRUE(house.completed("w", "a"));
    const auto record = house.dispatcher().cancel("a");
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::AlreadyExists);
}

TEST_F(RunningJob, IsRetriedAfterCancellationWithTheOldWorkerStoppedFirst) {
    ASSERT_TRUE(house.dispatcher().cancel("a"));
    const auto record = house.dispatcher().retry("a");
    ASSERT_TRUE(record);
    EXPECT_EQ(record->state, JobState::Queued);
    EXPECT_EQ(house.busy("w", "a"), "a") << "what it runs was cancelled";
    EXPECT_EQ(house.idle("w"), "a");
    EXPECT_EQ(house.outcomes("a"), "CANCELLED OPEN");
}

TEST_F(RunningJob, ARetryAfterFailureHasAllAttemptsAgainAndKeepsTheOldCauses) {
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(house.failed("w", "a", "old"));
        house.idle("w");
    }
    ASSERT_TRUE(house.dispatcher().retry("a"));
    for (int i = 0; i < 3; ++i) {
        ASSERT_EQ(house.idle("w"), "a") << i;
        ASSERT_TRUE(house.failed("w", "a", "new"));
    }
    EXPECT_EQ(house.state("a"), JobState::Failed);
    EXPECT_EQ(house.job("a").error, "new (3 attempts)");
    EXPECT_EQ(house.attempts("a").size(), 6U);
    EXPECT_EQ(house.attempts("a").front().cause, "old");
}

TEST_F(RunningJob, OnlyFailedAndCancelledJobsAreRetried) {
    EXPECT_EQ(house.dispatcher().retry("a").error().code, ErrorCode::AlreadyExists);
    ASSERT_TRUE(house.completed("w", "a"));
    EXPECT_EQ(house.dispatcher().retry("a").error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(house.dispatcher().retry("nobody").error().code, ErrorCode::NotFound);
}

TEST_F(RunningJob, UnknownJobsCannotEnd) {
    EXPECT_EQ(house.completed("w", "nobody").error().code, ErrorCode::NotFound);
    EXPECT_EQ(house.failed("w", "nobody").error().code, ErrorCode::NotFound);
    EXPECT_EQ(house.dispatcher().cancel("nobody").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace framehand::orchestrator
