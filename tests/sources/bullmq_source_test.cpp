// SPDX-License-Identifier: GPL-3.0-or-later
// The source on a real server, with jobs as the libraries' producers put them there. That the original clients agree is
// seen in tests/e2e/test_bullmq.py.
#include "core/sources/bull_scripts.h"
#include "core/sources/bullmq_source.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_timers.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace framehand::sources {
namespace {

using base::Json;
using test::RedisClient;
using test::RedisServer;
using test::wait_for;
using Texts = std::vector<std::string>;

Json data_of(const std::string& video) {
    return {{"videoId", video}, {"resolution", "720p"}, {"objectName", video + "/film.mp4"}};
}

class BullmqSourceTest : public testing::TestWithParam<BullKind> {
protected:
    void SetUp() override {
        if (!BullmqSource::is_built_in()) {
            GTEST_SKIP() << "this build is without the scripts";
        }
    }

    std::unique_ptr<BullmqSource> source(Texts queues = {"q"}, BullExpected expected = BullExpected::Either) {
        BullmqSourceOptions options;
        options.server = server.options();
        options.queues = std::move(queues);
        options.expected = expected;
        options.worker_id = "den";
        options.store_url = "http://store:9000";
        auto made = std::make_unique<BullmqSource>(
            options, BullmqSource::Services{{timers, [] { return 0.5; }, {}}, clock, nullptr});
        made->on_cancelled = [this](const std::string& id) { cancelled.push_back(id); };
        made->on_work = [this] { ++signs; };
        EXPECT_TRUE(answer<void>([&](auto done) { made->announce({}, done); }));
        return made;
    }

    /// What a call is answered with; Internal where nothing came.
    template <typename T>
    static base::Result<T> answer(const std::function<void(JobSource::Done<T>)>& ask) {
        auto box = std::make_shared<std::optional<base::Result<T>>>();
        ask([box](base::Result<T> result) { *box = std::move(result); });
        EXPECT_FALSE(box->has_value()) << "from inside the call";
        if (!wait_for([&] { return box->has_value(); })) {
            return base::fail(base::ErrorCode::Internal, "no answer");
        }
        return std::move(**box);
    }

    static Taken take(JobSource& from, bool accepts = true) {
        Heartbeat heartbeat;
        heartbeat.accepts_jobs = accepts;
        auto taken = answer<Taken>([&](auto done) { from.take(heartbeat, done); });
        EXPECT_TRUE(taken) << taken.error().text();
        return taken ? std::move(*taken) : Taken{};
    }

    static Assignment take_job(JobSource& from) {
        auto taken = take(from);
        auto* job = std::get_if<Assignment>(&taken);
        EXPECT_NE(job, nullptr);
        return job != nullptr ? std::move(*job) : Assignment{};
    }

    static base::Result<LeaseState> keep_alive(JobSource& at, const Lease& lease) {
        return answer<LeaseState>([&](auto done) { at.keep_alive(lease, {}, done); });
    }

    static base::Result<LeaseState> progress(JobSource& at, const Lease& lease, double percent) {
        return answer<LeaseState>([&](auto done) { at.progress(lease, {percent, 0, -1}, done); });
    }

    static base::Status finish(JobSource& at, const JobOutcome& outcome) {
        return answer<void>([&](auto done) { at.finish(outcome, done); });
    }

    static JobOutcome completed(const Lease& lease) {
        JobOutcome outcome;
        outcome.lease = lease;
        outcome.manifest_url = "s3://transcoded-videos/v/v_720p.mp4";
        outcome.output_bytes = 1234;
        outcome.media_sec = 5.5;
        return outcome;
    }

    static JobOutcome failed(const Lease& lease, Retry retry = Retry::MayHelp) {
        JobOutcome outcome;
        outcome.lease = lease;
        outcome.error_message = "input file does not exist";
        outcome.retry = retry;
        return outcome;
    }

    void produce(const std::string& queue, const std::string& id, const std::string& data, const Json& opts) {
        const auto key = [&queue](const std::string& name) { return "bull:" + queue + ":" + name; };
        if (GetParam() == BullKind::BullMq) {
            redis.call({"HSET", key("meta"), "version", "bullmq:6.7.0", "opts.maxLenEvents", "10000"});
        }
        redis.call({"INCR", key("id")});
        redis.call({"HSET", key(id), "name", "transcode", "data", data, "opts", base::dump_json(opts), "timestamp", "1",
                    "delay", "0", "priority", "0"});
        redis.call({"LPUSH", key("wait"), id});
        if (GetParam() == BullKind::BullMq) {
            redis.call({"ZADD", key("marker"), "0", "0"});
        }
    }

    void produce(const std::string& id, const Json& opts = Json::object(), const std::string& queue = "q") {
        produce(queue, id, base::dump_json(data_of("v" + id)), opts);
    }

    std::string field(const std::string& id, const std::string& name) {
        return redis.text({"HGET", "bull:q:" + id, name});
    }

    bool is_in(const std::string& set, const std::string& id) {
        return !redis.call({"ZSCORE", "bull:q:" + set, id}).is_nil();
    }

    RedisServer server{RedisServer::Memory::Kept};
    RedisClient redis{server};
    test::FakeClock clock;
    test::FakeTimers timers{clock};
    Texts cancelled;
    int signs = 0;
};

TEST_P(BullmqSourceTest, TakesAJobTellsItsProgressAndCompletesIt) {
    produce("1", {{"attempts", 3}});
    auto worker = source();
    const auto job = take_job(*worker);
    EXPECT_EQ(job.lease.source, "bullmq");
    EXPECT_EQ(job.lease.job_id, "q:1");
    EXPECT_EQ(job.lease.attempt, 1);
    EXPECT_EQ(job.job.input.source_url, "s3://original-videos/v1/film.mp4");
    EXPECT_EQ(redis.list("bull:q:active"), (Texts{"1"}));
    for (const auto& [percent, told] : {std::pair{0.0, "10"}, std::pair{50.0, "50"}, std::pair{100.0, "85"}}) {
        EXPECT_EQ(progress(*worker, job.lease, percent), LeaseState::Held);
        EXPECT_EQ(field("1", "progress"), told);
    }
    ASSERT_TRUE(finish(*worker, completed(job.lease)));
    EXPECT_EQ(field("1", "progress"), "100");
    EXPECT_EQ(Json::parse(field("1", "returnvalue")),
              (Json{{"videoId", "v1"},
                    {"resolution", "720p"},
                    {"outputUrl", "http://store:9000/transcoded-videos/v/v_720p.mp4"},
                    {"size", 1234},
                    {"duration", 5.5}}));
    EXPECT_TRUE(is_in("completed", "1"));
    EXPECT_EQ(redis.list("bull:q:active"), (Texts{}));
    EXPECT_EQ(redis.integer({"EXISTS", "bull:q:1:lock"}), 0);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(take(*worker)));
}

TEST_P(BullmqSourceTest, AnOutcomeThatIsToldTwiceIsToldOnce) {
    produce("1");
    produce("2", {{"removeOnComplete", true}});
    auto worker = source();
    for (const std::string id : {"1", "2"}) {
        const auto job = take_job(*worker);
        ASSERT_TRUE(finish(*worker, completed(job.lease)));
        EXPECT_TRUE(finish(*worker, completed(job.lease))) << id;
    }
    EXPECT_EQ(redis.integer({"ZCARD", "bull:q:completed"}), 1);
    EXPECT_EQ(redis.integer({"EXISTS", "bull:q:2"}), 0) << "removed, as its producer asked";
}

TEST_P(BullmqSourceTest, AFailureIsTriedAgainAfterItsBackoffUntilNoAttemptIsLeft) {
    produce("1", {{"attempts", 3}, {"backoff", {{"type", "exponential"}, {"delay", 5000}}}});
    auto worker = source();
    const std::vector<std::int64_t> delays = GetParam() == BullKind::BullMq ? std::vector<std::int64_t>{5000, 10000}
                                                                            : std::vector<std::int64_t>{5000, 15000};
    for (int attempt = 1; attempt <= 3; ++attempt) {
        const auto job = take_job(*worker);
        EXPECT_EQ(job.lease.attempt, attempt);
        ASSERT_TRUE(finish(*worker, failed(job.lease)));
        EXPECT_EQ(field("1", "failedReason"), "input file does not exist");
        EXPECT_EQ(Json::parse(field("1", "stacktrace")).size(), static_cast<std::size_t>(attempt));
        if (attempt == 3) {
            break;
        }
        EXPECT_TRUE(finish(*worker, failed(job.lease))) << "told before";
        ASSERT_TRUE(is_in("delayed", "1"));
        clock.advance(base::Duration{delays[static_cast<std::size_t>(attempt) - 1] - 100});
        EXPECT_TRUE(std::holds_alternative<std::monostate>(take(*worker)));
        clock.advance(base::Duration{200});
    }
    EXPECT_TRUE(is_in("failed", "1"));
    EXPECT_FALSE(is_in("delayed", "1"));
    EXPECT_EQ(field("1", GetParam() == BullKind::BullMq ? "atm" : "attemptsMade"), "3");
}

TEST_P(BullmqSourceTest, WithoutABackoffItIsNextAgainAtOnce) {
    produce("1", {{"attempts", 2}, {"removeOnFail", true}});
    auto worker = source();
    ASSERT_TRUE(finish(*worker, failed(take_job(*worker).lease)));
    ASSERT_TRUE(finish(*worker, failed(take_job(*worker).lease)));
    EXPECT_EQ(redis.integer({"EXISTS", "bull:q:1"}), 0);
    EXPECT_EQ(redis.integer({"ZCARD", "bull:q:failed"}), 0);
}

TEST_P(BullmqSourceTest, AFailureThatNoTryCanMendIsTheLastOne) {
    produce("1", {{"attempts", 3}, {"backoff", 5000}});
    auto worker = source();
    ASSERT_TRUE(finish(*worker, failed(take_job(*worker).lease, Retry::Useless)));
    EXPECT_TRUE(is_in("failed", "1"));
}

TEST_P(BullmqSourceTest, RenewsTheLockOfAJobOfWhichNothingIsHeard) {
    produce("1");
    auto worker = source();
    const auto job = take_job(*worker);
    redis.call({"PEXPIRE", "bull:q:1:lock", "9000"});
    timers.advance(base::Duration{15'000});
    EXPECT_TRUE(wait_for([&] { return redis.integer({"PTTL", "bull:q:1:lock"}) > 20'000; }));
    ASSERT_TRUE(finish(*worker, completed(job.lease)));
    timers.advance(base::Duration{15'000});
    EXPECT_EQ(redis.integer({"EXISTS", "bull:q:1:lock"}), 0) << "after its end it is not renewed";
    EXPECT_TRUE(cancelled.empty());
}

TEST_P(BullmqSourceTest, OfAJobWhoseLockIsAnothersNothingMoreIsWritten) {
    produce("1", {{"attempts", 3}});
    auto worker = source();
    const auto job = take_job(*worker);
    redis.call({"SET", "bull:q:1:lock", "another"});
    timers.advance(base::Duration{15'000});
    EXPECT_TRUE(wait_for([&] { return !cancelled.empty(); }));
    EXPECT_EQ(cancelled, (Texts{"q:1"}));
    const auto before = redis.call({"HGETALL", "bull:q:1"});
    EXPECT_EQ(progress(*worker, job.lease, 50), LeaseState::Cancelled);
    EXPECT_EQ(keep_alive(*worker, job.lease), LeaseState::Cancelled);
    for (const auto& outcome : {completed(job.lease), failed(job.lease)}) {
        const auto told = finish(*worker, outcome);
        ASSERT_FALSE(told);
        EXPECT_EQ(told.error().code, base::ErrorCode::Cancelled);
    }
    EXPECT_TRUE(answer<void>([&](auto done) { worker->give_back(job.lease, done); }));
    EXPECT_EQ(redis.call({"HGETALL", "bull:q:1"}), before);
    EXPECT_EQ(redis.text({"GET", "bull:q:1:lock"}), "another");
    EXPECT_EQ(redis.list("bull:q:active"), (Texts{"1"}));
}

TEST_P(BullmqSourceTest, AJobThatWasRemovedIsCancelled) {
    produce("1");
    auto worker = source();
    const auto job = take_job(*worker);
    redis.call({"DEL", "bull:q:1", "bull:q:1:lock"});
    redis.call({"LREM", "bull:q:active", "0", "1"});
    timers.advance(base::Duration{15'000});
    EXPECT_TRUE(wait_for([&] { return cancelled == Texts{"q:1"}; }));
}

TEST_P(BullmqSourceTest, TakesTheLockAgainOfAJobThatNobodyTookMeanwhile) {
    produce("1");
    auto worker = source();
    const auto job = take_job(*worker);
    redis.call({"DEL", "bull:q:1:lock"}); // it ran out
    EXPECT_EQ(keep_alive(*worker, job.lease), LeaseState::Held);
    EXPECT_EQ(redis.integer({"EXISTS", "bull:q:1:lock"}), 1);
    redis.call({"DEL", "bull:q:1:lock"});
    EXPECT_TRUE(finish(*worker, completed(job.lease)));
    EXPECT_TRUE(is_in("completed", "1"));
}

TEST_P(BullmqSourceTest, AJobThatWaitsAgainIsNoLongerOurs) {
    produce("1");
    auto worker = source();
    const auto job = take_job(*worker);
    redis.call({"DEL", "bull:q:1:lock"});
    redis.call({"LMOVE", "bull:q:active", "bull:q:wait", "RIGHT", "RIGHT"}); // somebody's check for stalled jobs
    EXPECT_EQ(keep_alive(*worker, job.lease), LeaseState::Cancelled);
}

TEST_P(BullmqSourceTest, AfterARestartTheJobIsStillInHand) {
    produce("1");
    auto before = source();
    const auto job = take_job(*before);
    EXPECT_EQ(progress(*before, job.lease, 50), LeaseState::Held);
    before.reset();
    auto worker = source();
    EXPECT_EQ(keep_alive(*worker, job.lease), LeaseState::Held);
    EXPECT_EQ(progress(*worker, job.lease, 10), LeaseState::Held);
    EXPECT_EQ(field("1", "progress"), "50") << "it never falls";
    redis.call({"PEXPIRE", "bull:q:1:lock", "9000"});
    timers.advance(base::Duration{15'000});
    EXPECT_TRUE(wait_for([&] { return redis.integer({"PTTL", "bull:q:1:lock"}) > 20'000; }));
    EXPECT_TRUE(finish(*worker, completed(job.lease)));
    EXPECT_TRUE(is_in("completed", "1"));
}

TEST_P(BullmqSourceTest, AJobThatIsGivenBackIsTheNextOneWithAllItsAttempts) {
    produce("1", {{"attempts", 2}});
    produce("2");
    auto worker = source();
    const auto job = take_job(*worker);
    ASSERT_TRUE(answer<void>([&](auto done) { worker->give_back(job.lease, done); }));
    EXPECT_EQ(redis.list("bull:q:wait"), (Texts{"2", "1"}));
    EXPECT_EQ(redis.integer({"EXISTS", "bull:q:1:lock"}), 0);
    auto other = source();
    const auto again = take_job(*other);
    EXPECT_EQ(again.lease.job_id, "q:1");
    EXPECT_EQ(again.lease.attempt, 1);
}

TEST_P(BullmqSourceTest, WhatCannotBeReadFailsForGoodAndTheNextJobRuns) {
    produce("q", "1", "{broken", {{"attempts", 3}});
    produce("q", "2", R"({"videoId":"v","resolution":"huge","objectName":"o"})", Json::object());
    produce("3");
    auto worker = source();
    for (const std::string id : {"1", "2"}) {
        const auto taken = take(*worker);
        const auto* outcome = std::get_if<JobOutcome>(&taken);
        ASSERT_NE(outcome, nullptr) << id;
        EXPECT_FALSE(outcome->completed());
        ASSERT_TRUE(finish(*worker, *outcome));
        EXPECT_TRUE(is_in("failed", id));
        EXPECT_TRUE(field(id, "failedReason").starts_with("the job cannot be read: data")) << field(id, "failedReason");
    }
    EXPECT_EQ(take_job(*worker).lease.job_id, "q:3");
}

TEST_P(BullmqSourceTest, QueuesAreServedInTheirOrder) {
    produce("1", {}, "b");
    produce("1", {}, "a");
    produce("2", {}, "b");
    auto worker = source({"a", "nothing", "b"});
    for (const std::string id : {"a:1", "b:1", "b:2"}) {
        const auto job = take_job(*worker);
        EXPECT_EQ(job.lease.job_id, id);
        ASSERT_TRUE(finish(*worker, completed(job.lease)));
    }
}

TEST_P(BullmqSourceTest, ASignOfWorkComesWhileItWaits) {
    produce("1");
    auto worker = source();
    ASSERT_TRUE(finish(*worker, completed(take_job(*worker).lease)));
    // The sign of the job before is spent first.
    while (redis.integer({"EXISTS", "bull:q:marker"}) == 1) {
        const int before = signs;
        EXPECT_TRUE(std::holds_alternative<std::monostate>(take(*worker)));
        ASSERT_TRUE(wait_for([&] { return signs > before; }));
    }
    EXPECT_TRUE(std::holds_alternative<std::monostate>(take(*worker)));
    const int before = signs;
    produce("2");
    EXPECT_TRUE(wait_for([&] { return signs > before; }));
    EXPECT_EQ(take_job(*worker).lease.job_id, "q:2");
}

TEST_P(BullmqSourceTest, NothingIsTakenWhileNoJobIsAccepted) {
    produce("1");
    auto worker = source();
    EXPECT_TRUE(std::holds_alternative<std::monostate>(take(*worker, false)));
    EXPECT_EQ(redis.list("bull:q:wait"), (Texts{"1"}));
}

TEST_P(BullmqSourceTest, AJobWhoseWorkerHasGoneWaitsAgain) {
    produce("1");
    produce("2");
    auto dead = source();
    take_job(*dead);
    dead.reset();
    auto worker = source();
    ASSERT_TRUE(finish(*worker, completed(take_job(*worker).lease))); // so that it knows the queue
    redis.call({"DEL", "bull:q:1:lock"});
    for (int check = 0; check < 2; ++check) {
        redis.call({"DEL", "bull:q:stalled-check"});
        timers.advance(BullTimes{}.stalled_check);
        ASSERT_TRUE(wait_for([&] { return redis.integer({"EXISTS", "bull:q:stalled-check"}) == 1; }));
    }
    EXPECT_EQ(take_job(*worker).lease.job_id, "q:1");
}

TEST_P(BullmqSourceTest, AQueueOfTheOtherLibraryIsRefused) {
    produce("1");
    auto worker = source({"q"}, GetParam() == BullKind::BullMq ? BullExpected::Bull : BullExpected::BullMq);
    const auto taken = answer<Taken>([&](auto done) { worker->take({}, done); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, base::ErrorCode::Unsupported);
    EXPECT_EQ(redis.list("bull:q:wait"), (Texts{"1"}));
}

TEST_P(BullmqSourceTest, KeysOfSomethingElseAreRefused) {
    redis.call({"SET", "bull:q:meta", "mine"});
    auto worker = source();
    const auto taken = answer<Taken>([&](auto done) { worker->take({}, done); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().message, "the keys of bull:q: are no queue of BullMQ or Bull");
}

TEST_P(BullmqSourceTest, TheLibrariesToolsSeeTheWorker) {
    auto worker = source({"a", "b"});
    for (const std::string queue : {"a", "b"}) {
        const auto name = "name=" + bull_client_name("bull", queue, "den");
        EXPECT_TRUE(wait_for([&] { return redis.text({"CLIENT", "LIST"}).find(name) != std::string::npos; })) << queue;
    }
}

TEST_P(BullmqSourceTest, AServerThatIsAwayIsAskedAgainLater) {
    produce("1");
    auto worker = source();
    const auto job = take_job(*worker);
    server.kill();
    const auto told = finish(*worker, completed(job.lease));
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, base::ErrorCode::Unavailable);
    server.start();
    EXPECT_TRUE(wait_for([&] {
        timers.advance(base::Duration{1000});
        return finish(*worker, completed(job.lease)).has_value();
    }));
    EXPECT_TRUE(is_in("completed", "1"));
}

INSTANTIATE_TEST_SUITE_P(Kinds, BullmqSourceTest, testing::Values(BullKind::BullMq, BullKind::Bull),
                         [](const auto& kind) { return std::string(title_of(kind.param)); });

class BullmqOnlyTest : public BullmqSourceTest {};

TEST_P(BullmqOnlyTest, AJobThatStalledTooOftenFailsWithThatReason) {
    produce("1", {{"attempts", 3}});
    redis.call({"HSET", "bull:q:1", "defa", "job stalled more than allowable limit"});
    auto worker = source();
    const auto taken = take(*worker);
    const auto* outcome = std::get_if<JobOutcome>(&taken);
    ASSERT_NE(outcome, nullptr);
    ASSERT_TRUE(finish(*worker, *outcome));
    EXPECT_EQ(field("1", "failedReason"), "job stalled more than allowable limit");
    EXPECT_TRUE(is_in("failed", "1"));
}

TEST_P(BullmqOnlyTest, AMarkerThatComesTooLateIsLeftForOthers) {
    produce("1");
    auto worker = source();
    ASSERT_TRUE(finish(*worker, completed(take_job(*worker).lease)));
    while (redis.integer({"EXISTS", "bull:q:marker"}) == 1) {
        const int before = signs;
        take(*worker);
        ASSERT_TRUE(wait_for([&] { return signs > before; }));
    }
    take(*worker); // waits now
    take(*worker, false);
    redis.call({"ZADD", "bull:q:marker", "0", "0"});
    EXPECT_TRUE(wait_for([&] { return redis.integer({"EXISTS", "bull:q:marker"}) == 1; }));
}

INSTANTIATE_TEST_SUITE_P(Kinds, BullmqOnlyTest, testing::Values(BullKind::BullMq),
                         [](const auto& kind) { return std::string(title_of(kind.param)); });

} // namespace
} // namespace framehand::sources
