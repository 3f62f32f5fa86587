// SPDX-License-Identifier: GPL-3.0-or-later
// Many jobs over two workers that die now and then: each job ends once, none is lost.
#include "core/sources/bullmq_source.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_timers.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace framehand::sources {
namespace {

using test::wait_for;

class BullKillsTest : public testing::TestWithParam<BullKind> {
protected:
    struct Worker {
        std::unique_ptr<BullmqSource> source;
        std::optional<Assignment> job;
    };

    void start(Worker& worker) {
        BullmqSourceOptions options;
        options.server = server.options();
        options.queues = {"q"};
        options.worker_id = "den";
        worker.source = std::make_unique<BullmqSource>(
            options, BullmqSource::Services{{timers, [] { return 0.5; }, {}}, clock, nullptr});
        bool announced = false;
        worker.source->announce({}, [&announced](const base::Status& status) { announced = status.has_value(); });
        ASSERT_TRUE(wait_for([&announced] { return announced; }));
    }

    void take(Worker& worker) {
        bool answered = false;
        worker.source->take({}, [&](base::Result<Taken> taken) {
            answered = true;
            ASSERT_TRUE(taken) << taken.error().text();
            if (auto* job = std::get_if<Assignment>(&*taken)) {
                worker.job = std::move(*job);
            }
        });
        ASSERT_TRUE(wait_for([&answered] { return answered; }));
    }

    void finish(Worker& worker) {
        JobOutcome outcome;
        outcome.lease = worker.job->lease;
        outcome.manifest_url = "s3://transcoded-videos/" + worker.job->lease.job_id;
        bool answered = false;
        worker.source->finish(outcome, [&](const base::Status& status) {
            answered = true;
            EXPECT_TRUE(status) << status.error().text();
        });
        ASSERT_TRUE(wait_for([&answered] { return answered; }));
        worker.job.reset();
    }

    /// The worker is gone at once, and half a minute later its job waits again.
    void kill(Worker& worker) {
        worker.source.reset();
        if (worker.job) {
            redis.call({"DEL", "bull:q:" + worker.job->lease.job_id.substr(2) + ":lock"});
            worker.job.reset();
        }
    }

    test::RedisServer server{test::RedisServer::Memory::Kept};
    test::RedisClient redis{server};
    test::FakeClock clock;
    test::FakeTimers timers{clock};
};

TEST_P(BullKillsTest, TwoHundredJobsEndOnceEach) {
    if (!BullmqSource::is_built_in()) {
        GTEST_SKIP() << "this build is without the scripts";
    }
    constexpr int kJobs = 200;
    if (GetParam() == BullKind::BullMq) {
        redis.call({"HSET", "bull:q:meta", "version", "bullmq:6.7.0", "opts.maxLenEvents", "10000"});
    }
    for (int i = 1; i <= kJobs; ++i) {
        const auto id = std::to_string(i);
        redis.call({"INCR", "bull:q:id"});
        redis.call({"HSET", "bull:q:" + id, "name", "transcode", "opts", R"({"attempts":3})", "timestamp", "1", "data",
                    R"({"videoId":"v","resolution":"360p","objectName":"o"})"});
        redis.call({"LPUSH", "bull:q:wait", id});
    }
    std::mt19937 random(20261122); // NOLINT(cert-msc51-cpp): the same kills each time
    std::array<Worker, 2> workers;
    for (auto& worker : workers) {
        start(worker);
    }
    int kills = 0;
    const auto ended = [this] { return redis.integer({"ZCARD", "bull:q:completed"}); };
    for (int step = 0; ended() < kJobs; ++step) {
        ASSERT_LT(step, 20 * kJobs) << "it does not come to an end";
        auto& worker = workers.at(random() % 2);
        if (!worker.job) {
            take(worker);
        } else if (random() % 6 == 0) {
            ++kills;
            kill(worker);
            start(worker);
        } else {
            finish(worker);
        }
        // Somebody's check for stalled jobs.
        if (random() % 10 == 0 && workers[0].source) {
            redis.call({"DEL", "bull:q:stalled-check"});
            // In steps: no answer takes as long as a whole one of virtual time would be.
            ASSERT_TRUE(wait_for([this] {
                timers.advance(base::Duration{5'000});
                return redis.integer({"EXISTS", "bull:q:stalled-check"}) == 1;
            }));
        }
    }
    EXPECT_GT(kills, 20);
    EXPECT_EQ(redis.integer({"ZCARD", "bull:q:failed"}), 0);
    EXPECT_EQ(redis.integer({"LLEN", "bull:q:active"}), 0);
    EXPECT_EQ(redis.integer({"LLEN", "bull:q:wait"}), 0);
    if (GetParam() == BullKind::BullMq) { // its stream knows how often each was completed
        std::map<std::string, int> completed;
        for (const auto& entry : redis.call({"XRANGE", "bull:q:events", "-", "+"}).elements) {
            const auto fields = entry.elements.at(1).as_pairs();
            if (fields.at(0).second == "completed") {
                ++completed[fields.at(1).second];
            }
        }
        EXPECT_EQ(completed.size(), static_cast<std::size_t>(kJobs));
        for (const auto& [id, times] : completed) {
            EXPECT_EQ(times, 1) << id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, BullKillsTest, testing::Values(BullKind::BullMq, BullKind::Bull),
                         [](const auto& kind) { return std::string(title_of(kind.param)); });

} // namespace
} // namespace framehand::sources
