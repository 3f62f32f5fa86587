// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"
#include "tests/support/latch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace framehand::base {
namespace {

using namespace std::chrono_literals;

TEST(Cancel, ADefaultTokenNeverFires) {
    const CancelToken token;
    int calls = 0;
    const auto registration = token.on_cancel([&] { ++calls; });
    EXPECT_FALSE(token.cancelled());
    EXPECT_EQ(calls, 0);
}

TEST(Cancel, FiresTokensAndCallbacksOnce) {
    CancelSource source;
    const CancelToken token = source.token();
    int calls = 0;
    const auto registration = token.on_cancel([&] { ++calls; });
    EXPECT_FALSE(token.cancelled());

    source.cancel();
    source.cancel();
    EXPECT_TRUE(token.cancelled());
    EXPECT_TRUE(source.token().cancelled());
    EXPECT_EQ(calls, 1);
}

TEST(Cancel, TheTokenIsFiredWhenTheCallbackRuns) {
    CancelSource source;
    bool seen = false;
    const auto registration = source.token().on_cancel([&, token = source.token()] { seen = token.cancelled(); });
    source.cancel();
    EXPECT_TRUE(seen);
}

TEST(Cancel, CallsAtOnceIfItWasCancelledBefore) {
    CancelSource source;
    source.cancel();
    int calls = 0;
    const auto registration = source.token().on_cancel([&] { ++calls; });
    EXPECT_EQ(calls, 1);
}

TEST(Cancel, TheTokenOutlivesItsSource) {
    CancelToken token;
    {
        CancelSource source;
        token = source.token();
        source.cancel();
    }
    EXPECT_TRUE(token.cancelled());
}

TEST(Cancel, ADroppedRegistrationIsNotCalled) {
    CancelSource source;
    int calls = 0;
    {
        const auto registration = source.token().on_cancel([&] { ++calls; });
    }
    source.cancel();
    EXPECT_EQ(calls, 0);
}

TEST(Cancel, AMovedRegistrationKeepsItsCallbackAndAssignmentDropsTheOldOne) {
    CancelSource source;
    int first = 0;
    int second = 0;
    auto registration = source.token().on_cancel([&] { ++first; });
    auto moved = std::move(registration);
    moved = source.token().on_cancel([&] { ++second; });
    source.cancel();
    EXPECT_EQ(first, 0);
    EXPECT_EQ(second, 1);
}

TEST(Cancel, ACallbackMayDropItsOwnRegistration) {
    CancelSource source;
    std::optional<CancelToken::Registration> registration;
    int calls = 0;
    registration = source.token().on_cancel([&] {
        registration.reset();
        ++calls;
    });
    source.cancel();
    EXPECT_EQ(calls, 1);
}

TEST(Cancel, ACallbackMayDropAnothersRegistration) {
    CancelSource source;
    int second_calls = 0;
    CancelToken::Registration second;
    const auto first = source.token().on_cancel([&] { second = {}; });
    second = source.token().on_cancel([&] { ++second_calls; });
    source.cancel();
    EXPECT_EQ(second_calls, 0);
}

// An operation that keeps itself alive through its callback ends when the callback has run.
struct SelfOwningOperation {
    CancelToken::Registration registration;
    std::promise<void>* ended = nullptr;

    SelfOwningOperation() = default;
    SelfOwningOperation(const SelfOwningOperation&) = delete;
    SelfOwningOperation& operator=(const SelfOwningOperation&) = delete;

    ~SelfOwningOperation() { ended->set_value(); }
};

TEST(Cancel, ACallbackMayOwnTheLastReferenceToItsRegistration) {
    CancelSource source;
    std::promise<void> ended;
    {
        auto operation = std::make_shared<SelfOwningOperation>();
        operation->ended = &ended;
        operation->registration = source.token().on_cancel([operation] {});
    }
    source.cancel();
    EXPECT_EQ(ended.get_future().wait_for(0s), std::future_status::ready);
}

TEST(Cancel, ADroppedCallbackMayOwnAnotherRegistration) {
    CancelSource source;
    int calls = 0;
    auto inner = std::make_shared<CancelToken::Registration>(source.token().on_cancel([&] { ++calls; }));
    auto outer = source.token().on_cancel([inner] {});
    inner.reset();
    outer = {};
    source.cancel();
    EXPECT_EQ(calls, 0);
}

TEST(Cancel, ACallbackMayDestroyTheSource) {
    auto source = std::make_unique<CancelSource>();
    int calls = 0;
    const CancelToken::Registration first = source->token().on_cancel([&] { source.reset(); });
    auto second = source->token().on_cancel([&] { ++calls; });
    source->cancel();
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(source, nullptr);
}

TEST(Cancel, WhatACallbackCapturedIsGoneWhenItsRegistrationIs) {
    CancelSource source;
    auto captured = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = captured;
    auto registration = source.token().on_cancel([captured] {});
    captured.reset();
    source.cancel();
    registration = {};
    EXPECT_TRUE(watch.expired());
}

TEST(Cancel, AChildFiresWithItsParentButNotTheOtherWayRound) {
    CancelSource parent;
    CancelSource first(parent.token());
    const CancelSource second(parent.token());
    first.cancel();
    EXPECT_FALSE(parent.token().cancelled());
    EXPECT_FALSE(second.token().cancelled());

    int calls = 0;
    const auto registration = second.token().on_cancel([&] { ++calls; });
    parent.cancel();
    EXPECT_TRUE(second.token().cancelled());
    EXPECT_EQ(calls, 1);
}

TEST(Cancel, AChildOfACancelledParentIsBornCancelled) {
    CancelSource parent;
    parent.cancel();
    EXPECT_TRUE(CancelSource(parent.token()).token().cancelled());
}

TEST(Cancel, GrandchildrenFireAndADestroyedChildIsForgotten) {
    CancelSource parent;
    auto child = std::make_unique<CancelSource>(parent.token());
    const CancelSource grandchild(child->token());
    const CancelToken orphan = std::make_unique<CancelSource>(parent.token())->token();
    parent.cancel();
    EXPECT_TRUE(grandchild.token().cancelled());
    EXPECT_FALSE(orphan.cancelled());
}

TEST(Cancel, UnblocksAnotherThread) {
    CancelSource source;
    std::promise<void> stop;
    std::thread worker([&, token = source.token()] {
        const auto registration = token.on_cancel([&] { stop.set_value(); });
        stop.get_future().wait();
    });
    source.cancel();
    worker.join();
    EXPECT_TRUE(source.token().cancelled());
}

TEST(Cancel, DroppingARegistrationWaitsForItsRunningCallback) {
    CancelSource source;
    test::Latch running(1);
    test::Latch may_end(1);
    std::atomic<bool> ended = false;
    auto registration = std::make_unique<CancelToken::Registration>(source.token().on_cancel([&] {
        running.count_down();
        may_end.wait();
        ended = true;
    }));
    std::thread canceller([&] { source.cancel(); });
    running.wait();

    auto dropped = std::async(std::launch::async, [&] {
        registration.reset();
        return ended.load();
    });
    // Can only be early if the destructor did not wait.
    EXPECT_EQ(dropped.wait_for(50ms), std::future_status::timeout);
    may_end.count_down();
    EXPECT_TRUE(dropped.get());
    canceller.join();
}

TEST(Cancel, DroppingARegistrationDoesNotWaitForSomebodyElsesCallback) {
    CancelSource source;
    test::Latch running(1);
    test::Latch may_end(1);
    const auto slow = source.token().on_cancel([&] {
        running.count_down();
        may_end.wait();
    });
    int calls = 0;
    auto other = source.token().on_cancel([&] { ++calls; });
    std::thread canceller([&] { source.cancel(); });
    running.wait();
    other = {};
    may_end.count_down();
    canceller.join();
    EXPECT_EQ(calls, 0);
}

TEST(Cancel, ManyThreadsRegisterDropAndCancelAndEachKeptCallbackRunsOnce) {
    constexpr int kThreads = 4;
    constexpr int kEach = 200;
    CancelSource source;
    test::Latch start(kThreads + 1);
    std::vector<std::atomic<int>> calls(kThreads * kEach);
    std::vector<std::vector<CancelToken::Registration>> kept(kThreads);
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            start.arrive_and_wait();
            for (int i = 0; i < kEach; ++i) {
                auto& count = calls[static_cast<std::size_t>(t * kEach + i)];
                kept[static_cast<std::size_t>(t)].push_back(source.token().on_cancel([&count] { ++count; }));
                const auto dropped = source.token().on_cancel([] {});
            }
        });
    }
    start.arrive_and_wait();
    source.cancel();
    for (auto& thread : threads) {
        thread.join();
    }
    for (const auto& count : calls) {
        EXPECT_EQ(count, 1);
    }
}

} // namespace
} // namespace framehand::base
