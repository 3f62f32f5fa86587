// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/worker_registry.h"
#include "tests/orchestrator/rule_house.h"

#include <gtest/gtest.h>

namespace framehand::orchestrator {
namespace {

using base::ErrorCode;
using std::chrono::minutes;
using std::chrono::seconds;
using test::RuleHouse;

WorkerView only(RuleHouse& house) {
    const auto workers = house.workers().list();
    return workers.size() == 1 ? workers.front() : WorkerView{};
}

TEST(WorkerRegistry, KnowsANewWorkerFromAKnownOne) {
    RuleHouse house;
    EXPECT_EQ(house.workers().put("w", test::software_worker()), WorkerRegistry::Registered::New);
    EXPECT_EQ(house.workers().put("w", test::software_worker()), WorkerRegistry::Registered::Known);
}

TEST(WorkerRegistry, RefusesAHeartbeatOfAStranger) {
    RuleHouse house;
    const auto seen = house.workers().seen("stranger", WorkerStatus::Idle, base::Json::object(), "");
    ASSERT_FALSE(seen);
    EXPECT_EQ(seen.error().code, ErrorCode::NotFound);
}

TEST(WorkerRegistry, RemembersWorkersOverARestartButNotThatTheyLive) {
    RuleHouse house;
    house.add_worker("w");
    EXPECT_TRUE(only(house).alive);
    house.restart();
    EXPECT_EQ(only(house).record.capabilities, test::software_worker());
    EXPECT_FALSE(only(house).alive);
    ASSERT_TRUE(house.workers().seen("w", WorkerStatus::Busy, {{"cpu_percent", 5}}, "j"));
    EXPECT_TRUE(only(house).alive);
    house.restart();
    EXPECT_EQ(only(house).record.current_job, "j") << "a change of status is written at once";
    EXPECT_EQ(only(house).record.status, WorkerStatus::Busy);
}

TEST(WorkerRegistry, WritesAHeartbeatWithoutNewsOnceAMinute) {
    RuleHouse house;
    house.add_worker("w");
    const auto registered = only(house).record.last_seen;
    house.clock.advance(seconds{59});
    ASSERT_TRUE(house.workers().seen("w", WorkerStatus::Idle, base::Json::object(), ""));
    EXPECT_EQ(only(house).record.last_seen, registered + seconds{59});
    house.restart();
    EXPECT_EQ(only(house).record.last_seen, registered);
    house.clock.advance(seconds{60});
    ASSERT_TRUE(house.workers().seen("w", WorkerStatus::Idle, base::Json::object(), ""));
    house.restart();
    EXPECT_EQ(only(house).record.last_seen, registered + seconds{119});
}

TEST(WorkerRegistry, SetsAWorkerAsideAfterThreeDifferentJobsAndForgivesLater) {
    RuleHouse house;
    house.add_worker("w");
    for (const auto* job : {"a", "a", "a", "b"}) {
        ASSERT_TRUE(house.workers().job_failed("w", job));
    }
    EXPECT_FALSE(house.workers().is_set_aside("w")) << "one bad video is not the worker's fault";
    ASSERT_TRUE(house.workers().job_failed("w", "c"));
    EXPECT_TRUE(house.workers().is_set_aside("w"));
    EXPECT_TRUE(only(house).set_aside);
    EXPECT_EQ(only(house).record.set_aside_until, house.clock.wall() + minutes{5});
    house.clock.advance(minutes{5} - seconds{1});
    EXPECT_TRUE(house.workers().is_set_aside("w"));
    house.clock.advance(seconds{1});
    EXPECT_FALSE(house.workers().is_set_aside("w"));
    ASSERT_TRUE(house.workers().job_failed("w", "d"));
    EXPECT_FALSE(house.workers().is_set_aside("w")) << "it begins afresh";
}

TEST(WorkerRegistry, ASuccessClearsTheCountOfFailures) {
    RuleHouse house;
    house.add_worker("w");
    ASSERT_TRUE(house.workers().job_failed("w", "a"));
    ASSERT_TRUE(house.workers().job_failed("w", "b"));
    ASSERT_TRUE(house.workers().job_completed("w"));
    ASSERT_TRUE(house.workers().job_failed("w", "c"));
    EXPECT_FALSE(house.workers().is_set_aside("w"));
}

TEST(WorkerRegistry, SettingAsideSurvivesARestartAndAClockThatJumps) {
    RuleHouse house;
    house.add_worker("w");
    for (const auto* job : {"a", "b", "c"}) {
        ASSERT_TRUE(house.workers().job_failed("w", job));
    }
    house.clock.jump_wall(-std::chrono::hours{24});
    house.restart();
    EXPECT_TRUE(house.workers().is_set_aside("w"));
    house.clock.advance(minutes{5});
    EXPECT_FALSE(house.workers().is_set_aside("w")) << "never longer than the rule says";
}

TEST(WorkerRegistry, AnotherCanOnlyIfItAnswersAndIsAble) {
    RuleHouse house;
    house.add_worker("w");
    const auto job = test::sample_job("j");
    EXPECT_FALSE(house.workers().another_can("w", job));
    jobs::WorkerCapabilities unable;
    unable.supported_codecs = {"hevc_nvenc"};
    house.add_worker("unable", unable);
    EXPECT_FALSE(house.workers().another_can("w", job));
    house.add_worker("able");
    EXPECT_TRUE(house.workers().another_can("w", job));
    house.clock.advance(minutes{1});
    EXPECT_FALSE(house.workers().another_can("w", job)) << "it stopped answering";
}

} // namespace
} // namespace framehand::orchestrator
