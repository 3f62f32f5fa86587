// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/packet_timer.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::media {
namespace {

TEST(PacketTimerTest, GivesReorderedPacketsRisingDecodeTimes) {
    PacketTimer timer(2, 10, 1000);
    for (const std::int64_t pts : {0, 10, 25, 30, 47}) {
        timer.add(pts);
    }
    timer.finish(60);
    std::vector<std::int64_t> dts;
    std::vector<std::int64_t> durations;
    for (const std::int64_t number : {0, 4, 2, 1, 3}) {
        ASSERT_TRUE(timer.ready());
        const auto times = timer.next(number);
        ASSERT_TRUE(times);
        EXPECT_GE(times->pts, times->dts);
        dts.push_back(times->dts);
        durations.push_back(times->duration);
    }
    EXPECT_EQ(dts, (std::vector<std::int64_t>{980, 990, 1000, 1010, 1025}));
    EXPECT_EQ(durations, (std::vector<std::int64_t>{10, 10, 10, 15, 5}));
}

TEST(PacketTimerTest, WaitsForTheNextFrameWithoutReordering) {
    PacketTimer timer(0, 10, 0);
    timer.add(0);
    EXPECT_FALSE(timer.ready());
    timer.add(14);
    ASSERT_TRUE(timer.ready());
    EXPECT_EQ(timer.next(0)->duration, 14);
    EXPECT_FALSE(timer.ready());
    timer.finish(20);
    ASSERT_TRUE(timer.ready());
    EXPECT_EQ(timer.next(1)->duration, 6);
}

TEST(PacketTimerTest, RefusesAnEncoderThatReordersDeeperThanItSaid) {
    PacketTimer timer(1, 10, 0);
    for (const std::int64_t pts : {0, 10, 20, 30}) {
        timer.add(pts);
    }
    ASSERT_TRUE(timer.next(0));
    ASSERT_TRUE(timer.next(3));
    ASSERT_TRUE(timer.next(2));
    EXPECT_EQ(timer.next(1).error().code, base::ErrorCode::Internal);
}

TEST(PacketTimerTest, RefusesAFrameThatItWasNeverTold) {
    PacketTimer timer(1, 10, 0);
    timer.add(0);
    EXPECT_FALSE(timer.next(1));
    EXPECT_FALSE(timer.next(-1));
}

} // namespace
} // namespace framehand::media
