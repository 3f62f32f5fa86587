// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/subscriber.h"
#include "core/sources/celery_source.h"
#include "core/sources/celery_time.h"
#include "tests/platform/wait_for.h"
#include "tests/sources/celery_house.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// What comes from outside or with time: waiting for work, times of tasks, limits, the remote control and events.
namespace framehand::sources {
namespace {

using base::Duration;
using base::Json;
using test::CeleryHouse;
using test::CeleryMessage;
using test::wait_for;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

CeleryMessage message(const std::string& id, const Json& headers = Json::object()) {
    CeleryMessage made;
    made.id = id;
    made.headers = headers;
    return made;
}

bool is_nothing(const base::Result<Taken>& taken) {
    return taken && std::holds_alternative<std::monostate>(*taken);
}

TEST(CelerySourceWaiting, WakesForAMessageOfAnyPriority) {
    for (const int priority : {0, 6}) {
        CeleryHouse house;
        auto source = house.worker();
        int woken = 0;
        source->on_work = [&] { ++woken; };
        ASSERT_TRUE(is_nothing(house.take(*source)));
        auto urgent = message("first");
        urgent.properties = {{"priority", priority}};
        house.produce(urgent);
        EXPECT_TRUE(wait_for([&] { return woken == 1; })) << priority;
        EXPECT_EQ(house.take_job(*source).job.job_id, "first");
    }
}

TEST(CelerySourceWaiting, DoesNotSpinOnMessagesOfOthers) {
    CeleryHouse house;
    house.produce(message("other", {{"task", "mail.send"}}));
    auto source = house.worker();
    int woken = 0;
    source->on_work = [&] { ++woken; };
    ASSERT_TRUE(is_nothing(house.take(*source)));
    EXPECT_TRUE(wait_for([&] { return woken == 1; })) << "it looks again, after a while";
    EXPECT_EQ(house.queue().size(), 1U);
}

TEST(CelerySourceTimes, HoldsATaskUntilItsTime) {
    CeleryHouse house;
    house.produce(message("later", {{"eta", celery_time_with_zone(house.clock.wall() + Duration{1500})}}));
    auto source = house.worker();
    int woken = 0;
    source->on_work = [&] { ++woken; };
    EXPECT_TRUE(is_nothing(house.take(*source)));
    EXPECT_EQ(house.unacked(), 1);
    const auto scheduled = house.ask("scheduled");
    ASSERT_EQ(scheduled.size(), 1U);
    EXPECT_EQ(scheduled[0]["request"]["id"], "later");
    EXPECT_TRUE(wait_for([&] { return woken > 0; }));
    EXPECT_EQ(house.take_job(*source).job.job_id, "later");
    EXPECT_EQ(house.unacked(), 1);
}

TEST(CelerySourceTimes, PutsATaskBackThatFallsDueWhileThereIsOtherWork) {
    CeleryHouse house;
    const auto later = message("later", {{"eta", celery_time_with_zone(house.clock.wall() + Duration{1500})}});
    house.produce(later);
    house.produce(message("now"));
    auto source = house.worker();
    EXPECT_EQ(house.take_job(*source).job.job_id, "now");
    EXPECT_EQ(house.unacked(), 2);
    EXPECT_TRUE(wait_for([&] { return house.queue() == std::vector{later.text()}; }));
    EXPECT_EQ(house.unacked(), 1);
}

TEST(CelerySourceTimes, RevokesATaskThatHasExpired) {
    CeleryHouse house;
    house.produce(message("old", {{"expires", "2026-01-01T00:00:00"}}));
    auto source = house.worker();
    EXPECT_TRUE(is_nothing(house.take(*source)));
    EXPECT_TRUE(wait_for([&] { return house.state("old") == "REVOKED"; }));
    EXPECT_EQ(house.result("old")["result"]["exc_message"], Json::array({"expired"}));
    EXPECT_EQ(house.unacked(), 0);
}

TEST(CelerySourceLimits, StopATaskAtTheSoftLimitAndTryAgain) {
    CeleryHouse house;
    house.produce(message("slow", {{"timelimit", {nullptr, 0.5}}}));
    auto source = house.worker();
    std::string cancelled;
    source->on_cancelled = [&](const std::string& job_id) { cancelled = job_id; };
    const auto lease = house.take_job(*source).lease;
    EXPECT_TRUE(wait_for([&] { return cancelled == "slow"; }));
    EXPECT_TRUE(wait_for([&] { return house.state("slow") == "RETRY"; }));
    EXPECT_EQ(house.result("slow")["result"]["exc_type"], "SoftTimeLimitExceeded");
    EXPECT_EQ(house.queue().size(), 1U);
    EXPECT_EQ(house.unacked(), 0);
    EXPECT_EQ(*house.keep_alive(*source, lease), LeaseState::Cancelled);
}

TEST(CelerySourceLimits, EndATaskAtTheHardLimit) {
    CeleryHouse house;
    house.produce(message("slow", {{"timelimit", {0.5, nullptr}}}));
    auto source = house.worker([](auto& options) { options.soft_limit = Duration{0}; });
    std::string cancelled;
    source->on_cancelled = [&](const std::string& job_id) { cancelled = job_id; };
    static_cast<void>(house.take_job(*source));
    EXPECT_TRUE(wait_for([&] { return cancelled == "slow"; }));
    EXPECT_TRUE(wait_for([&] { return house.state("slow") == "FAILURE"; }));
    EXPECT_EQ(house.result("slow")["result"]["exc_type"], "TimeLimitExceeded");
    EXPECT_THAT(house.queue(), IsEmpty());
}

TEST(CelerySourceLimits, DoNotTouchAJobWhoseEndIsOnlyWaitingToBeTold) {
    CeleryHouse house(test::RedisServer::Memory::Kept);
    house.produce(message("quick", {{"timelimit", {nullptr, 2}}}));
    auto source = house.worker();
    std::string cancelled;
    source->on_cancelled = [&](const std::string& job_id) { cancelled = job_id; };
    const auto lease = house.take_job(*source).lease;
    house.server.kill();
    EXPECT_FALSE(house.finish(*source, house.completed(lease)));
    const auto end = house.clock.steady() + Duration{2500};
    ASSERT_TRUE(wait_for([&] { return house.clock.steady() > end; }));
    EXPECT_EQ(cancelled, "");
    house.server.start();
    EXPECT_TRUE(wait_for([&] { return house.finish(*source, house.completed(lease)).has_value(); }));
    EXPECT_EQ(house.state("quick"), "SUCCESS");
}

TEST(CelerySourceLimits, DoNotCountTheTimeInWhichAJobStandsStill) {
    CeleryHouse house;
    house.produce(message("slow", {{"timelimit", {nullptr, 2}}}));
    auto source = house.worker();
    std::string cancelled;
    source->on_cancelled = [&](const std::string& job_id) { cancelled = job_id; };
    const auto lease = house.take_job(*source).lease;
    EXPECT_EQ(*house.keep_alive(*source, lease, false), LeaseState::Held);
    const auto end = house.clock.steady() + Duration{2500};
    ASSERT_TRUE(wait_for([&] { return house.clock.steady() > end; }));
    EXPECT_EQ(cancelled, "");
    EXPECT_EQ(*house.keep_alive(*source, lease, true), LeaseState::Held);
    EXPECT_TRUE(wait_for([&] { return cancelled == "slow"; })) << "the rest of its time, once it goes on";
}

TEST(CelerySourceControl, AnswersPingAndWhatToolsAskFor) {
    CeleryHouse house;
    auto source = house.worker();
    EXPECT_EQ(house.ask("ping"), (Json{{"ok", "pong"}}));
    EXPECT_EQ(house.ask("registered"), Json::array({"celery_worker.transcode_video_task"}));
    EXPECT_EQ(house.ask("active"), Json::array());
    house.produce(message("first"));
    static_cast<void>(house.take_job(*source));
    EXPECT_EQ(house.ask("active")[0]["id"], "first");
    EXPECT_EQ(house.ask("stats")["total"], (Json{{"celery_worker.transcode_video_task", 1}}));
    EXPECT_TRUE(house.ask("shutdown").contains("error"));
}

TEST(CelerySourceControl, StopsATaskThatIsTerminated) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker();
    std::string cancelled;
    source->on_cancelled = [&](const std::string& job_id) { cancelled = job_id; };
    const auto lease = house.take_job(*source).lease;
    EXPECT_EQ(house.ask("revoke", {{"task_id", "first"}, {"terminate", false}})["ok"],
              "tasks first flagged as revoked");
    EXPECT_EQ(cancelled, "") << "without terminate a running task runs on";
    EXPECT_EQ(
        house.ask("revoke", {{"task_id", {"first", "unknown"}}, {"terminate", true}, {"signal", "SIGTERM"}})["ok"],
        "terminate: first");
    EXPECT_EQ(cancelled, "first");
    EXPECT_TRUE(wait_for([&] { return house.state("first") == "REVOKED"; }));
    EXPECT_EQ(house.result("first")["result"]["exc_message"], Json::array({"terminated"}));
    EXPECT_EQ(house.unacked(), 0);
    EXPECT_EQ(*house.keep_alive(*source, lease), LeaseState::Cancelled);
}

TEST(CelerySourceControl, RemembersARevokedTaskThatHasNotComeYet) {
    CeleryHouse house;
    auto source = house.worker();
    EXPECT_EQ(house.ask("revoke", {{"task_id", {"first", "second"}}})["ok"], "tasks first, second flagged as revoked");
    EXPECT_EQ(house.ask("revoked"), (Json{"first", "second"}));
    house.produce(message("second"));
    house.produce(message("third"));
    EXPECT_EQ(house.take_job(*source).job.job_id, "third");
    EXPECT_TRUE(wait_for([&] { return house.state("second") == "REVOKED"; }));
    EXPECT_EQ(house.result("second")["result"]["exc_message"], Json::array({"revoked"}));
    EXPECT_EQ(house.unacked(), 1);
}

TEST(CelerySourceControl, PublishesEventsOfItselfAndOnDemandOfItsTasks) {
    CeleryHouse house;
    redis::Subscriber listener(house.server.options(), {house.timers, [] { return 0.5; }, {}});
    std::vector<std::string> heard;
    bool listens = false;
    listener.on_subscribed = [&] { listens = true; };
    listener.on_message = [&](const auto& note) { heard.push_back(note.channel); };
    listener.psubscribe("/0.celeryev/*");
    ASSERT_TRUE(wait_for([&] { return listens; }));
    auto source = house.worker();
    EXPECT_TRUE(wait_for([&] { return std::ranges::count(heard, "/0.celeryev/worker.heartbeat") == 2; }));
    EXPECT_THAT(heard, Contains("/0.celeryev/worker.online"));
    house.produce(message("silent"));
    ASSERT_TRUE(house.finish(*source, house.completed(house.take_job(*source).lease)));
    EXPECT_EQ(house.ask("enable_events")["ok"], "task events enabled");
    house.produce(message("heard"));
    ASSERT_TRUE(house.finish(*source, house.completed(house.take_job(*source).lease)));
    EXPECT_TRUE(wait_for([&] { return std::ranges::count(heard, "/0.celeryev/task.succeeded") == 1; }));
    EXPECT_EQ(std::ranges::count(heard, "/0.celeryev/task.received"), 1);
    EXPECT_EQ(std::ranges::count(heard, "/0.celeryev/task.started"), 1);
    EXPECT_EQ(house.ask("disable_events")["ok"], "task events disabled");
}

} // namespace
} // namespace framehand::sources
