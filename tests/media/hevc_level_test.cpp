// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/hevc_level.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

TEST(HevcLevelTest, IsTheLowestThatFitsTheSizeAndRate) {
    EXPECT_EQ(lowest_hevc_level({160, 90, 25, 100'000, 150'000}), 30);
    EXPECT_EQ(lowest_hevc_level({640, 360, 30, 900'000, 1'200'000}), 63);
    EXPECT_EQ(lowest_hevc_level({1280, 720, 30, 3'000'000, 4'500'000}), 93);
    EXPECT_EQ(lowest_hevc_level({1280, 720, 60, 3'000'000, 4'500'000}), 120);
    EXPECT_EQ(lowest_hevc_level({1920, 1080, 30, 6'000'000, 9'000'000}), 120);
    EXPECT_EQ(lowest_hevc_level({1920, 1080, 60, 6'000'000, 9'000'000}), 123);
    EXPECT_EQ(lowest_hevc_level({3840, 2160, 30, 16'000'000, 24'000'000}), 150);
    EXPECT_EQ(lowest_hevc_level({3840, 2160, 60, 16'000'000, 24'000'000}), 153);
}

TEST(HevcLevelTest, RisesWithTheBitRateAndTheBuffer) {
    EXPECT_EQ(lowest_hevc_level({1280, 720, 30, 10'000'001, 9'000'000}), 120);
    EXPECT_EQ(lowest_hevc_level({1280, 720, 30, 9'000'000, 10'000'001}), 120);
}

TEST(HevcLevelTest, CountsWholeBlocksAndLimitsTheLongSide) {
    EXPECT_EQ(lowest_hevc_level({1920, 1088, 30, 1, 1}), lowest_hevc_level({1920, 1082, 30, 1, 1}));
    EXPECT_EQ(lowest_hevc_level({4300, 64, 1, 1, 1}), 150); // 4300 squared is above 8 times level 4's picture
}

TEST(HevcLevelTest, EndsAtTheHighest) {
    EXPECT_EQ(lowest_hevc_level({8192, 8192, 120, 1, 1}), 186);
}

} // namespace
} // namespace framehand::media
