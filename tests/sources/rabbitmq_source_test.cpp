// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the source of RabbitMQ promises beside the contract of all sources, against a real broker.
#include "core/base/json.h"
#include "core/sources/rabbitmq_source.h"
#include "tests/platform/wait_for.h"
#include "tests/sources/contract/rabbitmq_world.h"
#include "tests/sources/contract/test_worker.h"

#include <gtest/gtest.h>

#include <chrono>
#include <utility>

namespace framehand::test {
namespace {

using namespace std::chrono_literals;
using State = SourceWorld::View::State;

const std::string kPathsJob = R"({"job_id": "film-2", "input_s3_path": "in/film-2.mkv", "output_s3_path": "out/2.mp4",
                                  "transcode_options": "{{input_file}}"})";

base::Json last_told(const RabbitMqWorld& world) {
    return *base::parse_json(world.told().back(), "");
}

class RabbitMqJobs : public testing::Test {
protected:
    RabbitMqWorld world{shared_rabbitmq()};
};

TEST_F(RabbitMqJobs, AreAnsweredInTheFlavourOfTheirMessages) {
    TestWorker worker(world.worker("pc.1"));
    world.submit("film-1");
    world.publish(kPathsJob);
    auto job = worker.take();
    ASSERT_TRUE(job);
    EXPECT_EQ(job->job.input.source_url, "s3://films/in/film-1.mkv");
    ASSERT_TRUE(worker.finish(completed(*job)));
    ASSERT_TRUE(wait_for([&] { return world.view("film-1").ends == 1; }));
    EXPECT_EQ(last_told(world),
              base::Json({{"job_id", "film-1"}, {"status", "completed"}, {"output_key", "out/film-1.mp4"}}));
    job = worker.take();
    ASSERT_TRUE(job);
    ASSERT_TRUE(worker.finish(failed(*job, "it broke")));
    ASSERT_TRUE(wait_for([&] { return world.view("film-2").ends == 1; }));
    auto told = last_told(world);
    EXPECT_FALSE(told["timestamp"].get<std::string>().empty());
    told.erase("timestamp");
    EXPECT_EQ(told, base::Json({{"job_id", "film-2"},
                                {"status", "failed"},
                                {"worker_id", "pc.1"},
                                {"output_s3_path", nullptr},
                                {"error", "it broke"},
                                {"error_type", "unknown"}}));
}

TEST_F(RabbitMqJobs, ThatCannotBeReadAreAnsweredAsFailedWhereTheyHaveAnId) {
    TestWorker worker(world.worker("pc-1"));
    world.publish(R"({"job_id": "film-1", "input_key": "in/film-1.mkv", "transcode_options": "x264enc"})");
    world.publish(R"(["no", "job"])");
    world.submit("film-2");
    const auto job = worker.take(); // tells the failure on the way
    ASSERT_TRUE(job);
    EXPECT_EQ(film_of(*job), "film-2");
    ASSERT_TRUE(wait_for([&] { return world.view("film-1").state == State::Failed; }));
    const auto told = *base::parse_json(world.told().front(), "");
    EXPECT_NE(told["error"].get<std::string>().find("output_key"), std::string::npos);
    EXPECT_TRUE(world.told().size() == 1 || world.view("film-2").percent >= 0);
    EXPECT_EQ(world.messages(), 0U);
}

TEST_F(RabbitMqJobs, OfOneNameAreDoneOnceForEachMessage) {
    TestWorker worker(world.worker("pc-1"));
    for (int i = 1; i <= 2; ++i) { // the example of the original's manual always says "job1"
        world.submit("job1");
        const auto job = worker.take();
        ASSERT_TRUE(job);
        ASSERT_TRUE(worker.finish(completed(*job)));
        ASSERT_TRUE(wait_for([&] { return world.told().size() >= 2U * static_cast<unsigned>(i); }));
    }
    EXPECT_EQ(world.view("job1").ends, 2);
}

TEST_F(RabbitMqJobs, AreNotSeenAsRunningAfterTheirEnd) {
    TestWorker worker(world.worker("pc-1"));
    constexpr int kJobs = 100; // which end at once: progress and results go through queues of their own
    for (int i = 0; i < kJobs; ++i) {
        world.submit("film-" + std::to_string(i));
    }
    for (int i = 0; i < kJobs; ++i) {
        const auto job = worker.take();
        ASSERT_TRUE(job);
        ASSERT_TRUE(worker.finish(completed(*job)));
    }
    for (int i = 0; i < kJobs; ++i) {
        EXPECT_EQ(world.view("film-" + std::to_string(i)).state, State::Completed) << i;
    }
}

TEST_F(RabbitMqJobs, GoBackIntoTheQueueWhenNoneIsAcceptedAnyMore) {
    auto source = world.worker("pc-1");
    bool announced = false;
    source->announce({}, [&](const base::Status& status) { announced = status.has_value(); });
    ASSERT_TRUE(wait_for([&] { return announced; }));
    int work = 0;
    source->on_work = [&] { ++work; };
    const auto take = [&](bool accepts) {
        sources::Heartbeat heartbeat;
        heartbeat.accepts_jobs = accepts;
        std::optional<base::Result<sources::Taken>> answer;
        source->take(heartbeat, [&](base::Result<sources::Taken> taken) { answer = std::move(taken); });
        EXPECT_TRUE(wait_for([&] { return answer.has_value(); }));
        return answer && *answer && std::holds_alternative<std::monostate>(**answer);
    };
    EXPECT_TRUE(take(true));
    world.submit("film-1");
    ASSERT_TRUE(wait_for([&] { return work == 1; }));
    EXPECT_EQ(world.messages(), 0U);
    EXPECT_TRUE(take(false));
    EXPECT_TRUE(wait_for([&] { return world.messages() == 1; }));
}

TEST_F(RabbitMqJobs, WhoseResultIsSeenAreInNobodysHandsAnyMore) {
    // However soon after that its worker dies: result and acknowledgement are one step.
    for (int i = 0; i < 20; ++i) {
        const auto film = "film-" + std::to_string(i);
        auto source = world.worker("pc-1");
        world.submit(film);
        std::optional<sources::Assignment> job;
        bool asks = false;
        source->announce({}, [](const base::Status&) {});
        ASSERT_TRUE(wait_for([&] {
            if (!std::exchange(asks, true)) {
                source->take({}, [&](base::Result<sources::Taken> taken) {
                    if (taken && std::holds_alternative<sources::Assignment>(*taken)) {
                        job = std::get<sources::Assignment>(*taken);
                    } else {
                        asks = false;
                    }
                });
            }
            return job.has_value();
        }));
        source->finish(completed(*job), [](const base::Status&) {});
        ASSERT_TRUE(wait_for([&] { return world.view(film).ends == 1; }));
        source.reset();
        world.outlive_leases();
        EXPECT_EQ(world.messages(), 0U) << film;
    }
}

TEST_F(RabbitMqJobs, AreToldOnceWhenBrokerAndWorkerAreKilledAfterTheirEnd) {
    TestWorker worker(world.worker("pc-1"));
    world.submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    world.stop_broker();
    worker.die(); // the end is in its outbox
    world.start_broker();
    worker.begin(world.worker("pc-1"));
    ASSERT_TRUE(worker.finish(completed(*job)));
    ASSERT_TRUE(wait_for([&] { return world.view("film-1").ends == 1; }));
    worker.expect_nothing();
    EXPECT_EQ(world.messages(), 0U);
    EXPECT_EQ(world.view("film-1").ends, 1);
}

TEST_F(RabbitMqJobs, AreToldOnceWhenTheBrokerWasKilledBeforeTheirEnd) {
    TestWorker worker(world.worker("pc-1"));
    world.submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    world.stop_broker();
    world.start_broker(); // a durable queue: the message is there again, perhaps as if nobody had had it
    ASSERT_TRUE(worker.finish(completed(*job)));
    ASSERT_TRUE(wait_for([&] { return world.view("film-1").ends == 1; }));
    worker.expect_nothing();
    EXPECT_EQ(world.messages(), 0U);
    EXPECT_EQ(world.view("film-1").ends, 1);
}

TEST_F(RabbitMqJobs, GoToAnotherWorkerAtTheDeathOfTheirOwn) {
    TestWorker first(world.worker("pc-1"));
    world.submit("film-1");
    ASSERT_TRUE(first.take());
    TestWorker second(world.worker("pc-2"));
    second.expect_nothing();
    first.die();
    const auto job = second.take();
    ASSERT_TRUE(job);
    ASSERT_TRUE(second.finish(completed(*job)));
    ASSERT_TRUE(wait_for([&] { return world.view("film-1").ends == 1; }));
    EXPECT_EQ(world.messages(), 0U);
}

TEST_F(RabbitMqJobs, OfTheSameWordsAreDoneByTwoWorkersAtOnce) {
    TestWorker first(world.worker("pc-1"));
    TestWorker second(world.worker("pc-2"));
    world.submit("job1");
    const auto one = first.take();
    ASSERT_TRUE(one);
    world.submit("job1");
    const auto other = second.take();
    ASSERT_TRUE(other);
    ASSERT_TRUE(first.finish(completed(*one)));
    ASSERT_TRUE(second.finish(completed(*other)));
    EXPECT_TRUE(wait_for([&] { return world.view("job1").ends == 2; }));
}

TEST_F(RabbitMqJobs, AreDoneByAUserWhoMayMakeNoOtherQueues) {
    const auto permit = [](const char* configure) {
        return shared_rabbitmq().control({"set_permissions", "guest", configure, ".*", ".*"});
    };
    {
        const std::shared_ptr<void> given_back(nullptr, [&](void*) { EXPECT_TRUE(permit(".*")); });
        ASSERT_TRUE(permit("^[a-z]+_[a-z]+_[0-9]+$"));
        TestWorker worker(world.worker("pc-1"));
        for (const auto* film : {"film-1", "film-2"}) {
            world.submit(film);
            const auto job = worker.take();
            ASSERT_TRUE(job);
            ASSERT_TRUE(worker.finish(completed(*job)));
        }
    }
    EXPECT_TRUE(wait_for([&] { return world.view("film-2").ends == 1; }));
    EXPECT_EQ(world.closed_channels(), 0);
}

TEST(RabbitMqConsumerTimeout, IsSurvivedWithoutASecondRun) {
    RabbitMqServer server(RabbitMqServer::Options{2000ms});
    RabbitMqWorld world(server);
    TestWorker worker(world.worker("pc-1"));
    world.submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    ASSERT_TRUE(wait_for([&] { return world.closed_channels() >= 2; })); // held again, and too long again
    EXPECT_EQ(worker.keep_alive(job->lease), sources::LeaseState::Held);
    ASSERT_TRUE(worker.finish(completed(*job)));
    ASSERT_TRUE(wait_for([&] { return world.view("film-1").ends == 1; }));
    world.submit("film-2");
    const auto next = worker.take();
    ASSERT_TRUE(next);
    EXPECT_EQ(film_of(*next), "film-2"); // and not the copy of the first
    EXPECT_EQ(world.view("film-1").ends, 1);
}

TEST(RabbitMqConsumerTimeout, LeavesTheJobToItsWorkerThoughAnotherOneWaits) {
    RabbitMqServer server(RabbitMqServer::Options{2000ms});
    RabbitMqWorld world(server);
    TestWorker worker(world.worker("pc-1"));
    world.submit("film-1");
    const auto job = worker.take();
    ASSERT_TRUE(job);
    TestWorker idle(world.worker("pc-2"));
    idle.expect_nothing();
    ASSERT_TRUE(wait_for([&] { return world.closed_channels() >= 2; }));
    bool idle_got_it = false;
    ASSERT_TRUE(wait_for([&] {
        idle_got_it = !std::holds_alternative<std::monostate>(*idle.ask());
        return idle_got_it || world.closed_channels() >= 4;
    }));
    EXPECT_FALSE(idle_got_it);
    EXPECT_EQ(worker.keep_alive(job->lease), sources::LeaseState::Held);
    ASSERT_TRUE(worker.finish(completed(*job)));
    ASSERT_TRUE(wait_for([&] { return world.view("film-1").ends == 1; }));
    idle.expect_nothing();
    EXPECT_EQ(world.messages(), 0U);
}

TEST(RabbitMqSource, RefusesSettingsThatCannotWork) {
    platform::QtTimers timers;
    const base::SystemClock clock;
    sources::RabbitMqSourceOptions options;
    options.url = "amqp://me:hidden@broker:port";
    options.bucket = "films";
    const auto bad_url = sources::RabbitMqSource::make(options, timers, clock, [] { return 0.5; }, {});
    ASSERT_FALSE(bad_url);
    EXPECT_EQ(bad_url.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_EQ(bad_url.error().text().find("hidden"), std::string::npos);
    options.url = "amqp://broker";
    options.bucket.clear();
    EXPECT_FALSE(sources::RabbitMqSource::make(options, timers, clock, [] { return 0.5; }, {}));
}

} // namespace
} // namespace framehand::test
