// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/subscriber.h"
#include "core/sources/celery_source.h"
#include "core/sources/celery_time.h"
#include "tests/platform/wait_for.h"
#include "tests/sources/celery_house.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Duration;
using base::Json;
using test::CeleryHouse;
using test::CeleryMessage;
using test::RedisServer;
using test::wait_for;
using testing::ElementsAre;
using testing::HasSubstr;
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

/// Sets what another worker does that takes the message: kombu's own score, the time.
void taken_by_another(CeleryHouse& house, const std::string& tag) {
    house.client.call({"ZADD", "unacked_index", "1795309894.225766", tag});
}

TEST(CelerySource, TakesTheOldestMessageAndSaysThatItStarted) {
    CeleryHouse house;
    house.produce(message("first"));
    house.produce(message("second"));
    auto source = house.worker();
    const auto assignment = house.take_job(*source);
    EXPECT_EQ(assignment.job.job_id, "first");
    EXPECT_EQ(assignment.lease.source, "celery");
    EXPECT_EQ(assignment.lease.attempt, 0);
    EXPECT_TRUE(wait_for([&] { return house.state("first") == "STARTED"; }));
    EXPECT_EQ(house.result("first")["result"]["hostname"], "framehand@house");
    EXPECT_EQ(house.queue().size(), 1U);
    EXPECT_EQ(house.unacked(), 1);
    const auto entry = Json::parse(house.client.text({"HGET", "unacked", "tag-of-first"}));
    EXPECT_EQ(entry, Json::array({message("first").json(), "", "celery"}));
    const auto score = std::stod(house.client.text({"ZSCORE", "unacked_index", "tag-of-first"}));
    EXPECT_NEAR(score, epoch_seconds(house.clock.wall()), 30);
}

TEST(CelerySource, TakesTheMostUrgentMessageFirst) {
    CeleryHouse house;
    house.produce(message("usual"));
    auto urgent = message("less-urgent");
    urgent.properties = {{"priority", 9}};
    house.produce(urgent);
    auto source = house.worker();
    EXPECT_EQ(house.take_job(*source).job.job_id, "usual") << "with Redis 0 is the highest priority";
    EXPECT_EQ(house.take_job(*source).job.job_id, "less-urgent");
    EXPECT_TRUE(is_nothing(house.take(*source)));
}

TEST(CelerySource, TakesNothingWhileNoJobIsAccepted) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker();
    EXPECT_TRUE(is_nothing(house.take(*source, false)));
    EXPECT_EQ(house.queue().size(), 1U);
}

TEST(CelerySource, LeavesMessagesOfOtherTasksToOthers) {
    CeleryHouse house;
    house.produce(message("other", {{"task", "mail.send"}}));
    const Json protocol_1{{"body", "e30="},
                          {"content-type", "application/json"},
                          {"headers", Json::object()},
                          {"properties", {{"delivery_tag", "old"}}}};
    house.client.call({"LPUSH", "celery", protocol_1.dump()});
    house.produce(message("ours"));
    auto source = house.worker();
    EXPECT_EQ(house.take_job(*source).job.job_id, "ours");
    EXPECT_TRUE(is_nothing(house.take(*source)));
    EXPECT_THAT(house.queue(), ElementsAre(protocol_1.dump(), message("other", {{"task", "mail.send"}}).text()));
    EXPECT_EQ(house.unacked(), 1);
}

TEST(CelerySource, SetsAsideWhatNobodyCanReadAndGoesOn) {
    CeleryHouse house;
    house.client.call({"LPUSH", "celery", "no JSON"});
    house.client.call({"LPUSH", "celery", "{\"hello\":\"world\"}"});
    auto bad_body = message("bad-body").json();
    bad_body["body"] = "?";
    house.client.call({"LPUSH", "celery", bad_body.dump()});
    house.produce(message("good"));
    auto source = house.worker();
    EXPECT_EQ(house.take_job(*source).job.job_id, "good");
    EXPECT_TRUE(wait_for([&] { return house.client.list("celery.rejected").size() == 3; }));
    const auto rejected = house.client.list("celery.rejected");
    EXPECT_EQ(Json::parse(rejected.at(2))["message"], "no JSON");
    EXPECT_THAT(Json::parse(rejected.at(0))["reason"].get<std::string>(), HasSubstr("base64"));
    EXPECT_EQ(house.state("bad-body"), "FAILURE") << "somebody may wait for it";
    EXPECT_EQ(house.unacked(), 1);
}

TEST(CelerySource, TellsAFailureOfWrongArgumentsAtOnce) {
    CeleryHouse house;
    auto wrong = message("wrong");
    wrong.args = {"a.mp4", "b.mp4", "big", "mp4"};
    house.produce(wrong);
    auto source = house.worker();
    auto taken = house.take(*source);
    ASSERT_TRUE(taken && std::holds_alternative<JobOutcome>(*taken));
    const auto outcome = std::get<JobOutcome>(*taken);
    EXPECT_THAT(outcome.error_message, HasSubstr("resolution"));
    ASSERT_TRUE(house.finish(*source, outcome));
    EXPECT_EQ(house.state("wrong"), "FAILURE");
    EXPECT_THAT(house.queue(), IsEmpty());
    EXPECT_EQ(house.unacked(), 0);
}

TEST(CelerySource, TellsProgressAndSuccess) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    redis::Subscriber listener(house.server.options(), {house.timers, [] { return 0.5; }, {}});
    std::vector<std::string> heard;
    bool listens = false;
    listener.on_subscribed = [&] { listens = true; };
    listener.on_message = [&](const auto& note) { heard.push_back(Json::parse(note.payload)["status"]); };
    listener.subscribe("celery-task-meta-first");
    ASSERT_TRUE(wait_for([&] { return listens; }));
    EXPECT_EQ(*house.progress(*source, lease, 41.23), LeaseState::Held);
    EXPECT_EQ(house.result("first")["result"]["percent"], 41.2);
    ASSERT_TRUE(house.finish(*source, house.completed(lease)));
    EXPECT_EQ(house.result("first")["result"],
              (Json{{"status", "completed"}, {"output_name", "b.mp4"}, {"format", "mp4"}}));
    EXPECT_EQ(house.unacked(), 0);
    EXPECT_GT(house.client.integer({"TTL", "celery-task-meta-first"}), 86'000);
    EXPECT_TRUE(wait_for([&] { return heard.size() == 2; }));
    EXPECT_THAT(heard, ElementsAre("PROGRESS", "SUCCESS"));
    EXPECT_EQ(*house.progress(*source, lease, 99), LeaseState::Cancelled);
    EXPECT_EQ(house.state("first"), "SUCCESS");
}

TEST(CelerySource, RetriesAFailedTaskAndThenGivesUp) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker([](auto& options) { options.retry_countdown = Duration{1}; });
    for (int attempt = 0; attempt < 3; ++attempt) {
        std::optional<Assignment> assignment;
        ASSERT_TRUE(wait_for([&] {
            auto taken = house.take(*source);
            if (taken && std::holds_alternative<Assignment>(*taken)) {
                assignment = std::get<Assignment>(*taken);
            }
            return assignment.has_value();
        }));
        EXPECT_EQ(assignment->lease.attempt, attempt);
        ASSERT_TRUE(house.finish(*source, house.failed(assignment->lease, "FFmpeg error: x")));
        EXPECT_EQ(house.state("first"), "RETRY");
        ASSERT_EQ(house.queue().size(), 1U);
        const auto again = Json::parse(house.queue()[0]);
        EXPECT_EQ(again["headers"]["retries"], attempt + 1);
        EXPECT_EQ(again["headers"]["parent_id"], "first");
        EXPECT_EQ(house.unacked(), 0);
    }
    std::optional<Assignment> last;
    ASSERT_TRUE(wait_for([&] {
        auto taken = house.take(*source);
        if (taken && std::holds_alternative<Assignment>(*taken)) {
            last = std::get<Assignment>(*taken);
        }
        return last.has_value();
    }));
    ASSERT_TRUE(house.finish(*source, house.failed(last->lease, "FFmpeg error: x")));
    const auto result = house.result("first");
    EXPECT_EQ(result["status"], "FAILURE");
    EXPECT_EQ(result["parent_id"], "first");
    EXPECT_EQ(result["result"]["exc_message"], Json::array({"FFmpeg error: x"}));
    EXPECT_THAT(house.queue(), IsEmpty());
    EXPECT_EQ(house.unacked(), 0);
}

TEST(CelerySource, SaysAnEndOnlyOnceHoweverOftenItIsTold) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    ASSERT_TRUE(house.finish(*source, house.failed(lease, "x")));
    ASSERT_TRUE(house.finish(*source, house.failed(lease, "x")));
    EXPECT_EQ(house.queue().size(), 1U) << "one retry, not two";
}

TEST(CelerySource, NeverOverwritesASuccess) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    house.client.call({"SET", "celery-task-meta-first", R"({"status":"SUCCESS","result":1})"});
    EXPECT_EQ(*house.progress(*source, lease, 50), LeaseState::Held);
    ASSERT_TRUE(house.finish(*source, house.failed(lease, "x")));
    EXPECT_EQ(house.result("first")["result"], 1);
}

TEST(CelerySource, KeepsResultsToItselfWhereNobodyWantsThem) {
    CeleryHouse house;
    house.produce(message("first", {{"ignore_result", true}}));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    EXPECT_EQ(*house.progress(*source, lease, 50), LeaseState::Held);
    ASSERT_TRUE(house.finish(*source, house.completed(lease)));
    EXPECT_TRUE(house.result("first").is_null());
    EXPECT_EQ(house.unacked(), 0);
}

TEST(CelerySource, GivesAJobBackAsIfNobodyHadBegunIt) {
    CeleryHouse house;
    house.produce(message("first"));
    house.produce(message("second"));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    ASSERT_TRUE(wait_for([&] { return house.state("first") == "STARTED"; }));
    ASSERT_TRUE(house.give_back(*source, lease));
    EXPECT_THAT(house.queue(), ElementsAre(message("second").text(), message("first").text())) << "taken next";
    EXPECT_EQ(house.state("first"), "");
    EXPECT_EQ(house.unacked(), 0);
    ASSERT_TRUE(house.give_back(*source, lease)) << "told twice";
    EXPECT_EQ(house.queue().size(), 2U);
    const auto again = house.take_job(*source);
    EXPECT_EQ(again.job.job_id, "first");
    EXPECT_EQ(again.lease.attempt, 0);
}

TEST(CelerySource, StopsAJobThatAnotherWorkerHasTaken) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    EXPECT_EQ(*house.keep_alive(*source, lease), LeaseState::Held);
    taken_by_another(house, "tag-of-first");
    EXPECT_EQ(*house.progress(*source, lease, 5), LeaseState::Cancelled);
    EXPECT_EQ(*house.keep_alive(*source, lease), LeaseState::Cancelled);
    ASSERT_TRUE(house.finish(*source, house.failed(lease, "x")));
    EXPECT_THAT(house.queue(), IsEmpty()) << "the other one decides now";
    EXPECT_EQ(house.unacked(), 1);
}

TEST(CelerySource, NoticesByItselfThatAJobIsGone) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker([](auto& options) { options.queue.visibility = Duration{4000}; });
    std::string cancelled;
    source->on_cancelled = [&](const std::string& job_id) { cancelled = job_id; };
    static_cast<void>(house.take_job(*source));
    house.client.call({"ZREM", "unacked_index", "tag-of-first"});
    house.client.call({"HDEL", "unacked", "tag-of-first"});
    EXPECT_TRUE(wait_for([&] { return cancelled == "first"; })) << "somebody restored it";
}

TEST(CelerySource, KeepsItsHoldByItself) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker([](auto& options) { options.queue.visibility = Duration{4000}; });
    static_cast<void>(house.take_job(*source));
    const auto score = [&] { return house.client.text({"ZSCORE", "unacked_index", "tag-of-first"}); };
    const auto before = score();
    EXPECT_TRUE(wait_for([&] { return std::stod(score()) >= std::stod(before) + 5; })) << "longer than the timeout";
    EXPECT_THAT(house.queue(), IsEmpty());
}

TEST(CelerySource, SurvivesAServerThatHasForgottenEverything) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    house.server.restart();
    EXPECT_TRUE(wait_for([&] {
        const auto held = house.keep_alive(*source, lease);
        return held && *held == LeaseState::Held;
    }));
    EXPECT_EQ(house.unacked(), 1);
    EXPECT_EQ(*house.progress(*source, lease, 50), LeaseState::Held);
    ASSERT_TRUE(house.finish(*source, house.completed(lease)));
    EXPECT_EQ(house.state("first"), "SUCCESS");
    EXPECT_EQ(house.unacked(), 0);
}

TEST(CelerySource, GoesOnAfterARestartOfTheServer) {
    CeleryHouse house(RedisServer::Memory::Kept);
    house.produce(message("first"));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    house.server.restart();
    EXPECT_TRUE(wait_for([&] {
        const auto held = house.progress(*source, lease, 50);
        return held && *held == LeaseState::Held;
    }));
    EXPECT_EQ(house.state("first"), "PROGRESS");
    ASSERT_TRUE(house.finish(*source, house.completed(lease)));
    EXPECT_EQ(house.state("first"), "SUCCESS");
}

TEST(CelerySource, GoesOnAfterARestartOfTheProgram) {
    CeleryHouse house;
    house.produce(message("first"));
    auto source = house.worker();
    const auto lease = house.take_job(*source).lease;
    source = house.worker();
    EXPECT_EQ(*house.keep_alive(*source, lease), LeaseState::Held);
    EXPECT_EQ(house.ask("active").size(), 1U);
    ASSERT_TRUE(house.finish(*source, house.completed(lease)));
    EXPECT_EQ(house.state("first"), "SUCCESS");
    EXPECT_EQ(house.unacked(), 0);
}

TEST(CelerySource, PutsTheTasksOfDeadWorkersBack) {
    CeleryHouse house;
    const auto lost = message("lost");
    house.client.call({"ZADD", "unacked_index", "1795309894.2", "tag-of-lost"});
    house.client.call({"HSET", "unacked", "tag-of-lost", "[" + lost.text() + ", \"\", \"celery\"]"});
    auto source = house.worker([](auto& options) { options.queue.visibility = Duration{4000}; });
    EXPECT_TRUE(wait_for([&] { return house.queue().size() == 1; }));
    const auto back = Json::parse(house.queue().at(0));
    EXPECT_EQ(back["headers"]["redelivered"], true);
    EXPECT_EQ(back["properties"]["delivery_info"]["redelivered"], true);
    EXPECT_EQ(back["body"], lost.json()["body"]);
    EXPECT_EQ(house.unacked(), 0);
    EXPECT_TRUE(wait_for([&] { return house.client.integer({"EXISTS", "unacked_mutex"}) == 0; }));
    EXPECT_EQ(house.take_job(*source).job.job_id, "lost");
}

TEST(CelerySource, LeavesTheSweepToWhoHasTheMutex) {
    CeleryHouse house;
    house.client.call({"SET", "unacked_mutex", "another"});
    house.client.call({"ZADD", "unacked_index", "1795309894.2", "tag-of-lost"});
    house.client.call({"HSET", "unacked", "tag-of-lost", "[" + message("lost").text() + ", \"\", \"celery\"]"});
    auto source = house.worker([](auto& options) { options.queue.visibility = Duration{4000}; });
    EXPECT_TRUE(is_nothing(house.take(*source)));
    EXPECT_EQ(house.unacked(), 1);
    EXPECT_EQ(house.client.text({"GET", "unacked_mutex"}), "another");
}

TEST(CelerySource, DropsTheSecondCopyOfATaskThatIsDone) {
    CeleryHouse house;
    house.client.call({"SET", "celery-task-meta-first", R"({"status":"SUCCESS","result":1})"});
    house.produce(message("first", {{"redelivered", true}}));
    auto source = house.worker();
    EXPECT_TRUE(is_nothing(house.take(*source)));
    EXPECT_TRUE(wait_for([&] { return house.unacked() == 0; }));
    house.produce(message("first"));
    EXPECT_EQ(house.take_job(*source).job.job_id, "first") << "somebody wants it done again";
}

TEST(CelerySource, NeverGivesOneMessageToTwo) {
    CeleryHouse house;
    for (int i = 0; i < 40; ++i) {
        house.produce(message("task-" + std::to_string(i)));
    }
    auto one = house.worker();
    auto two = house.worker();
    std::set<std::string> seen;
    for (int i = 0; i < 20; ++i) {
        for (auto* source : {one.get(), two.get()}) {
            const auto assignment = house.take_job(*source);
            EXPECT_TRUE(seen.insert(assignment.job.job_id).second) << assignment.job.job_id;
            ASSERT_TRUE(house.finish(*source, house.completed(assignment.lease)));
        }
    }
    EXPECT_EQ(seen.size(), 40U);
    EXPECT_EQ(house.unacked(), 0);
}

} // namespace
} // namespace framehand::sources
