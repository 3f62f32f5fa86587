// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_timing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace framehand::media {
namespace {

std::vector<std::int64_t> grid(Rational rate, Rational time_base, int count) {
    std::vector<std::int64_t> stamps;
    for (int i = 0; i < count; ++i) {
        stamps.push_back(std::llround(i / rate.value() / time_base.value()));
    }
    return stamps;
}

TEST(FrameTimingTest, SeesAConstantRateThroughMillisecondRounding) {
    const TimingFacts facts = judge_timing(grid({30000, 1001}, {1, 1000}, 300), {1, 1000}, {30000, 1001});
    EXPECT_EQ(facts.timing, FrameTiming::Constant);
    EXPECT_EQ(facts.frame_rate, (Rational{30000, 1001}));
}

TEST(FrameTimingTest, PrefersTheMeasuredRateToAWrongName) {
    const TimingFacts facts = judge_timing(grid({24000, 1001}, {1, 90000}, 200), {1, 90000}, {60, 1});
    EXPECT_EQ(facts.timing, FrameTiming::Constant);
    EXPECT_EQ(facts.frame_rate, (Rational{24000, 1001}));
}

TEST(FrameTimingTest, TakesReorderedStampsInAnyOrder) {
    auto stamps = grid({25, 1}, {1, 90000}, 100);
    std::ranges::reverse(stamps);
    EXPECT_EQ(judge_timing(stamps, {1, 90000}, {25, 1}).timing, FrameTiming::Constant);
}

TEST(FrameTimingTest, ForgivesAFewLostFrames) {
    auto stamps = grid({24, 1}, {1, 90000}, 60);
    stamps.erase(stamps.begin() + 1, stamps.begin() + 3);
    const TimingFacts facts = judge_timing(stamps, {1, 90000}, {24, 1});
    EXPECT_EQ(facts.timing, FrameTiming::Constant);
    EXPECT_EQ(facts.frame_rate, (Rational{24, 1}));
}

TEST(FrameTimingTest, SeesAVariableRate) {
    std::vector<std::int64_t> stamps;
    std::int64_t at = 0;
    for (int i = 0; i < 100; ++i) {
        stamps.push_back(at);
        at += i % 3 == 0 ? 5000 : 2500;
    }
    const TimingFacts facts = judge_timing(stamps, {1, 90000}, {30, 1});
    EXPECT_EQ(facts.timing, FrameTiming::Variable);
    EXPECT_NEAR(facts.frame_rate.value(), 27, 0.5);
}

TEST(FrameTimingTest, DoesNotTakeHalfAGridForTheWholeOne) {
    // A frame every 1/30 s is constant at 30, although each stamp also lies on the grid of the named 60.
    const TimingFacts facts = judge_timing(grid({30, 1}, {1, 90000}, 100), {1, 90000}, {60, 1});
    EXPECT_EQ(facts.frame_rate, (Rational{30, 1}));
}

TEST(FrameTimingTest, TrustsTheNameWhereThereIsNothingToMeasure) {
    EXPECT_EQ(judge_timing({0}, {1, 90000}, {50, 1}).frame_rate, (Rational{50, 1}));
    EXPECT_EQ(judge_timing({7, 7, 7}, {1, 90000}, {50, 1}).frame_rate, (Rational{50, 1}));
}

} // namespace
} // namespace framehand::media
