// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/orientation.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

constexpr std::int32_t kOne = 1 << 16;

DisplayMatrix matrix(std::int32_t a, std::int32_t b, std::int32_t c, std::int32_t d) {
    return {a * kOne, b * kOne, 0, c * kOne, d * kOne, 0, 0, 0, 1 << 30};
}

TEST(OrientationTest, ReadsAllEightMatrices) {
    EXPECT_EQ(orientation_from_matrix(matrix(1, 0, 0, 1)), Orientation::Upright);
    EXPECT_EQ(orientation_from_matrix(matrix(0, 1, -1, 0)), Orientation::Rotate90);
    EXPECT_EQ(orientation_from_matrix(matrix(-1, 0, 0, -1)), Orientation::Rotate180);
    EXPECT_EQ(orientation_from_matrix(matrix(0, -1, 1, 0)), Orientation::Rotate270);
    EXPECT_EQ(orientation_from_matrix(matrix(-1, 0, 0, 1)), Orientation::FlipHorizontal);
    EXPECT_EQ(orientation_from_matrix(matrix(1, 0, 0, -1)), Orientation::FlipVertical);
    EXPECT_EQ(orientation_from_matrix(matrix(0, 1, 1, 0)), Orientation::Transpose);
    EXPECT_EQ(orientation_from_matrix(matrix(0, -1, -1, 0)), Orientation::AntiTranspose);
}

TEST(OrientationTest, TakesADegenerateMatrixForUpright) {
    EXPECT_EQ(orientation_from_matrix({}), Orientation::Upright);
}

TEST(OrientationTest, SurvivesExtremeMatrixValues) {
    constexpr std::int32_t kMin = INT32_MIN;
    EXPECT_EQ(orientation_from_matrix({kMin, kMin, 0, kMin, kMin, 0, 0, 0, 0}), Orientation::Rotate180);
}

TEST(OrientationTest, OnlyQuarterTurnsSwapTheSides) {
    EXPECT_TRUE(swaps_sides(Orientation::Rotate90));
    EXPECT_TRUE(swaps_sides(Orientation::AntiTranspose));
    EXPECT_FALSE(swaps_sides(Orientation::Rotate180));
    EXPECT_FALSE(swaps_sides(Orientation::FlipVertical));
}

} // namespace
} // namespace framehand::media
