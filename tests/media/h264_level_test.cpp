// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/h264_level.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

int level(int width, int height, double rate, std::int64_t maxrate = 1'000'000) {
    return lowest_h264_level(
        {.width = width, .height = height, .frame_rate = rate, .maxrate = maxrate, .bufsize = maxrate});
}

TEST(H264LevelTest, PicksTheLowestLevelOfTableA1) {
    EXPECT_EQ(level(1920, 1080, 30), 40);
    EXPECT_EQ(level(1920, 1080, 60), 42);
    EXPECT_EQ(level(1280, 720, 30), 31);
    EXPECT_EQ(level(1280, 720, 60), 32);
    EXPECT_EQ(level(854, 480, 25), 30);
    EXPECT_EQ(level(3840, 2160, 30), 51);
    EXPECT_EQ(level(3840, 2160, 60), 52);
}

TEST(H264LevelTest, CountsTheBitRateOfTheHighProfile) {
    EXPECT_EQ(level(1920, 1080, 30, 25'000'000), 40);
    EXPECT_EQ(level(1920, 1080, 30, 25'000'001), 41);
}

TEST(H264LevelTest, ALongSideNeedsMore) {
    // 3600 macroblocks would do, but no side may be longer than sqrt(8 * 3600).
    EXPECT_EQ(level(2704, 336, 20), 31);
    EXPECT_EQ(level(2720, 336, 20), 32);
}

TEST(H264LevelTest, EndsAtTheTopOfTheTable) {
    EXPECT_EQ(level(16384, 16384, 240), 62);
}

} // namespace
} // namespace framehand::media
