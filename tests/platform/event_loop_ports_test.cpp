// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_background.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace framehand::platform {
namespace {

using base::Duration;
using test::wait_for;

TEST(QtTimers, FireInOrderOfTheirDelay) {
    QtTimers timers;
    std::vector<int> fired;
    const auto late = timers.after(Duration{60}, [&] { fired.push_back(2); });
    const auto soon = timers.after(Duration{-5}, [&] { fired.push_back(1); });
    EXPECT_TRUE(fired.empty());
    EXPECT_TRUE(wait_for([&] { return fired.size() == 2; }));
    EXPECT_EQ(fired, (std::vector{1, 2}));
}

TEST(QtTimers, ADestroyedOneIsSilent) {
    QtTimers timers;
    bool fired = false;
    bool other = false;
    auto timer = timers.after(Duration{1}, [&] { fired = true; });
    timer.reset();
    const auto later = timers.after(Duration{30}, [&] { other = true; });
    EXPECT_TRUE(wait_for([&] { return other; }));
    EXPECT_FALSE(fired);
}

TEST(QtTimers, OneOfManyWeeksDoesNotFireAtOnce) {
    QtTimers timers;
    bool fired = false;
    bool other = false;
    const auto weeks = timers.after(Duration{(1LL << 32) + 1}, [&] { fired = true; }); // 1 ms, cut to 32 bits
    const auto later = timers.after(Duration{30}, [&] { other = true; });
    EXPECT_TRUE(wait_for([&] { return other; }));
    EXPECT_FALSE(fired);
}

TEST(QtTimers, OneMayReplaceItselfWhenItFires) {
    QtTimers timers;
    int rounds = 0;
    std::unique_ptr<ports::Timer> timer;
    std::function<void()> again = [&] {
        if (++rounds < 5) {
            timer = timers.after(Duration{0}, again);
        } else {
            timer.reset();
        }
    };
    timer = timers.after(Duration{0}, again);
    EXPECT_TRUE(wait_for([&] { return rounds == 5; }));
}

TEST(QtBackground, WorksElsewhereAndEndsHere) {
    QtBackground background;
    const auto here = std::this_thread::get_id();
    std::thread::id worked;
    std::thread::id ended;
    std::unique_ptr<ports::BackgroundTask> task;
    task = background.run([&] { worked = std::this_thread::get_id(); },
                          [&] {
                              ended = std::this_thread::get_id();
                              task.reset();
                          });
    EXPECT_TRUE(wait_for([&] { return task == nullptr; }));
    EXPECT_NE(worked, here);
    EXPECT_EQ(ended, here);
}

TEST(QtBackground, ItsEndWaitsForTheWorkAndDropsTheRest) {
    QtBackground background;
    std::atomic<bool> go = false;
    std::atomic<bool> worked = false;
    bool ended = false;
    auto task = background.run(
        [&] {
            go.wait(false);
            worked = true;
        },
        [&] { ended = true; });
    go = true;
    go.notify_all();
    task.reset();
    EXPECT_TRUE(worked);
    QCoreApplication::processEvents();
    EXPECT_FALSE(ended);
}

} // namespace
} // namespace framehand::platform
