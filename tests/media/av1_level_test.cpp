// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/av1_level.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

TEST(Av1LevelTest, IsTheLowestThatFitsTheSizeAndRate) {
    EXPECT_EQ(lowest_av1_level({320, 180, 25, 300'000}), 20);
    EXPECT_EQ(lowest_av1_level({640, 360, 30, 900'000}), 21);
    EXPECT_EQ(lowest_av1_level({854, 480, 30, 1'500'000}), 30);
    EXPECT_EQ(lowest_av1_level({1280, 720, 30, 3'000'000}), 31);
    EXPECT_EQ(lowest_av1_level({1920, 1080, 30, 6'000'000}), 40);
    EXPECT_EQ(lowest_av1_level({1920, 1080, 60, 6'000'000}), 41);
    EXPECT_EQ(lowest_av1_level({3840, 2160, 60, 16'000'000}), 51);
}

TEST(Av1LevelTest, RisesWithTheBitRate) {
    EXPECT_EQ(lowest_av1_level({320, 180, 25, 1'500'001}), 21);
}

TEST(Av1LevelTest, LimitsTheLongSide) {
    EXPECT_EQ(lowest_av1_level({2050, 64, 1, 1}), 21);
}

TEST(Av1LevelTest, EndsAtTheHighest) {
    EXPECT_EQ(lowest_av1_level({8192, 8192, 120, 1}), 63);
}

} // namespace
} // namespace framehand::media
