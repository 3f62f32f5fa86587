// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_timeline.h"

#include <gtest/gtest.h>

#include <cmath>

namespace framehand::media {
namespace {

VideoPlan plan(FrameTiming timing, Rational rate, std::int64_t timescale) {
    VideoPlan video;
    video.timing = timing;
    video.frame_rate = rate;
    video.timescale = timescale;
    return video;
}

TEST(FrameTimelineTest, PutsRoundedStampsBackOnTheExactGrid) {
    FrameTimeline timeline(plan(FrameTiming::Constant, {30000, 1001}, 30000), {1, 1000});
    for (std::int64_t i = 0; i < 500; ++i) {
        const std::int64_t rounded = 42 + std::llround(static_cast<double>(i) * 1001 / 30);
        ASSERT_EQ(timeline.place(rounded, 33), i * 1001) << i;
    }
    EXPECT_EQ(timeline.zero(), 42);
    EXPECT_EQ(timeline.end(), 500 * 1001);
}

TEST(FrameTimelineTest, KeepsVariableStampsAsTheyAre) {
    FrameTimeline timeline(plan(FrameTiming::Variable, {30, 1}, 15360), {1, 15360});
    EXPECT_EQ(timeline.place(100, 10), 0);
    EXPECT_EQ(timeline.place(107, 10), 7);
    EXPECT_EQ(timeline.place(5000, 300), 4900);
    EXPECT_EQ(timeline.end(), 5200);
}

TEST(FrameTimelineTest, DoesNotMoveAFrameThatIsReallyLate) {
    FrameTimeline timeline(plan(FrameTiming::Constant, {25, 1}, 12800), {1, 90000});
    EXPECT_EQ(timeline.place(0, 3600), 0);
    EXPECT_EQ(timeline.place(3600 + 1350, 3600), 512 + 192); // 15 ms late
}

TEST(FrameTimelineTest, GoesOnInStepsOfAFrameWhereStampsAreMissing) {
    FrameTimeline timeline(plan(FrameTiming::Constant, {25, 1}, 12800), {1, 90000});
    EXPECT_EQ(timeline.place(std::nullopt, 0), 0);
    EXPECT_EQ(timeline.place(std::nullopt, 0), 512);
    EXPECT_EQ(timeline.end(), 1024);
}

TEST(FrameTimelineTest, AlwaysRises) {
    FrameTimeline timeline(plan(FrameTiming::Variable, {30, 1}, 90000), {1, 90000});
    EXPECT_EQ(timeline.place(1000, 0), 0);
    EXPECT_EQ(timeline.place(1000, 0), 1);
    EXPECT_EQ(timeline.place(500, 0), 2);
    EXPECT_EQ(timeline.place(4000, 0), 3000);
}

} // namespace
} // namespace framehand::media
