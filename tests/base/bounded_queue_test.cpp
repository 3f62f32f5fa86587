// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bounded_queue.h"
#include "tests/support/latch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

namespace framehand::base {
namespace {

using namespace std::chrono_literals;

/// Long enough for a blocked call to be seen as blocked; correct code never depends on it.
constexpr auto kMoment = 50ms;
constexpr auto kDeadline = 20s;

TEST(BoundedQueue, GivesItemsInOrder) {
    BoundedQueue<int> queue(100, 1);
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(queue.push(i, 10));
    }
    EXPECT_EQ(queue.pop(), 0);
    EXPECT_EQ(queue.pop(), 1);
    EXPECT_EQ(queue.pop(), 2);
}

TEST(BoundedQueue, CarriesMoveOnlyItems) {
    BoundedQueue<std::unique_ptr<int>> queue(100, 1);
    ASSERT_TRUE(queue.push(std::make_unique<int>(5), 4));
    EXPECT_EQ(**queue.pop(), 5);
}

TEST(BoundedQueue, PushWaitsForBytesAndGoesOnAfterAPop) {
    BoundedQueue<int> queue(100, 1);
    ASSERT_TRUE(queue.push(1, 60));
    ASSERT_TRUE(queue.push(2, 40));
    auto third = std::async(std::launch::async, [&] { return queue.push(3, 60); });
    EXPECT_EQ(third.wait_for(kMoment), std::future_status::timeout);
    EXPECT_EQ(queue.pop(), 1);
    ASSERT_EQ(third.wait_for(kDeadline), std::future_status::ready);
    EXPECT_TRUE(third.get());
    EXPECT_EQ(queue.pop(), 2);
    EXPECT_EQ(queue.pop(), 3);
}

TEST(BoundedQueue, AnItemLargerThanTheBudgetStillPasses) {
    BoundedQueue<int> queue(10, 2);
    ASSERT_TRUE(queue.push(1, 1000));
    ASSERT_TRUE(queue.push(2, 1000));
    auto third = std::async(std::launch::async, [&] { return queue.push(3, 1); });
    EXPECT_EQ(third.wait_for(kMoment), std::future_status::timeout);
    EXPECT_EQ(queue.pop(), 1);
    EXPECT_TRUE(third.get());
}

TEST(BoundedQueue, PopWaitsForAnItem) {
    BoundedQueue<int> queue(100, 1);
    auto popped = std::async(std::launch::async, [&] { return queue.pop(); });
    EXPECT_EQ(popped.wait_for(kMoment), std::future_status::timeout);
    ASSERT_TRUE(queue.push(7, 1));
    EXPECT_EQ(popped.get(), 7);
}

TEST(BoundedQueue, FinishDeliversTheRestAndRefusesMore) {
    BoundedQueue<int> queue(100, 1);
    ASSERT_TRUE(queue.push(1, 1));
    ASSERT_TRUE(queue.push(2, 1));
    queue.finish();
    EXPECT_FALSE(queue.push(3, 1));
    EXPECT_EQ(queue.pop(), 1);
    EXPECT_EQ(queue.pop(), 2);
    EXPECT_EQ(queue.pop(), std::nullopt);
    EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, FinishWakesWaitingConsumers) {
    BoundedQueue<int> queue(100, 1);
    auto first = std::async(std::launch::async, [&] { return queue.pop(); });
    auto second = std::async(std::launch::async, [&] { return queue.pop(); });
    queue.finish();
    EXPECT_EQ(first.get(), std::nullopt);
    EXPECT_EQ(second.get(), std::nullopt);
}

TEST(BoundedQueue, CloseDropsWhatIsQueuedAndWakesBothSides) {
    BoundedQueue<std::shared_ptr<int>> full(10, 1);
    auto item = std::make_shared<int>(1);
    ASSERT_TRUE(full.push(item, 10));
    auto producer = std::async(std::launch::async, [&] { return full.push(nullptr, 10); });

    BoundedQueue<int> empty(10, 1);
    auto consumer = std::async(std::launch::async, [&] { return empty.pop(); });

    full.close();
    empty.close();
    EXPECT_FALSE(producer.get());
    EXPECT_EQ(consumer.get(), std::nullopt);
    EXPECT_EQ(full.pop(), std::nullopt);
    EXPECT_FALSE(full.push(nullptr, 1));
    EXPECT_EQ(item.use_count(), 1) << "a closed queue must not keep its items";
}

// Room for the smaller item must reach its producer even while another waits for more room than there is.
TEST(BoundedQueue, AProducerThatFitsIsNotHeldUpByOneThatDoesNot) {
    for (int round = 0; round < 50; ++round) {
        BoundedQueue<int> queue(100, 1);
        ASSERT_TRUE(queue.push(1, 50));
        ASSERT_TRUE(queue.push(2, 50));
        test::Latch started(2);
        auto large = std::async(std::launch::async, [&] {
            started.count_down();
            return queue.push(3, 90);
        });
        auto small = std::async(std::launch::async, [&] {
            started.count_down();
            return queue.push(4, 50);
        });
        started.wait();
        static_cast<void>(large.wait_for(2ms));
        EXPECT_EQ(queue.pop(), 1);
        const bool passed = small.wait_for(5s) == std::future_status::ready;
        queue.close();
        ASSERT_TRUE(passed) << "round " << round;
    }
}

TEST(BoundedQueue, ManyThreadsLoseNothingAndStayInTheBudget) {
    constexpr int kProducers = 3;
    constexpr int kConsumers = 3;
    constexpr int kEach = 2000;
    constexpr int kItemBytes = 10;
    BoundedQueue<int> queue(5 * kItemBytes, 1);
    std::atomic<int> queued = 0;
    std::atomic<int> most = 0;
    std::atomic<long> sum = 0;
    std::atomic<int> count = 0;

    std::vector<std::thread> producers;
    for (int p = 0; p < kProducers; ++p) {
        producers.emplace_back([&, p] {
            for (int i = 0; i < kEach; ++i) {
                ASSERT_TRUE(queue.push(p * kEach + i, kItemBytes));
                const int now = ++queued;
                for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
                }
            }
        });
    }
    std::vector<std::thread> consumers;
    for (int c = 0; c < kConsumers; ++c) {
        consumers.emplace_back([&] {
            while (const auto item = queue.pop()) {
                --queued;
                sum += *item;
                ++count;
            }
        });
    }
    for (auto& producer : producers) {
        producer.join();
    }
    queue.finish();
    for (auto& consumer : consumers) {
        consumer.join();
    }
    constexpr long kTotal = long{kProducers} * kEach;
    EXPECT_EQ(count, kTotal);
    EXPECT_EQ(sum, kTotal * (kTotal - 1) / 2);
    // Counted after the push and the pop, so each thread may be one off.
    EXPECT_LE(most, 5 + kProducers + kConsumers);
}

} // namespace
} // namespace framehand::base
