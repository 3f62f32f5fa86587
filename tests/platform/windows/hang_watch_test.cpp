// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/hang_watch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>

namespace framehand::platform {
namespace {

using namespace std::chrono_literals;

struct HangWatchTest : testing::Test {
    /// Counts how often the watch has looked, and waits for some more looks.
    void let_it_look() {
        const int before = looks;
        while (looks < before + 3) {
            std::this_thread::yield();
        }
    }

    std::atomic<int> looks = 0;
    std::atomic<base::Duration::rep> time = 0;
    std::promise<void> hung;
    std::future<void> it_hung = hung.get_future();
    HangWatch watch{60s, [this] { hung.set_value(); },
                    [this] {
                        ++looks;
                        return base::Duration{time};
                    },
                    1ms};
};

TEST_F(HangWatchTest, NoticesAProgramThatGivesNoSignOfLife) {
    watch.alive();
    time = 59'999;
    let_it_look();
    EXPECT_EQ(it_hung.wait_for(0s), std::future_status::timeout);
    time = 60'000;
    EXPECT_EQ(it_hung.wait_for(30s), std::future_status::ready);
}

TEST_F(HangWatchTest, ASignOfLifeBeginsTheWaitAnew) {
    watch.alive();
    time = 50'000;
    watch.alive();
    time = 100'000;
    let_it_look();
    EXPECT_EQ(it_hung.wait_for(0s), std::future_status::timeout);
}

TEST_F(HangWatchTest, WaitsForTheFirstSignAndNoLongerAfterTheEndHasBegun) {
    time = 500'000;
    EXPECT_EQ(it_hung.wait_for(20ms), std::future_status::timeout);
    watch.alive();
    let_it_look();
    watch.rest();
    time = 1'000'000;
    EXPECT_EQ(it_hung.wait_for(20ms), std::future_status::timeout);
}

} // namespace
} // namespace framehand::platform
