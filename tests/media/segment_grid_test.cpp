// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_grid.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::media {
namespace {

VideoPlan constant_plan(Rational rate, std::int64_t timescale, int gop_frames, int gops_per_segment) {
    VideoPlan plan;
    plan.timing = FrameTiming::Constant;
    plan.frame_rate = rate;
    plan.timescale = timescale;
    plan.gop_frames = gop_frames;
    plan.gop_duration = reduced({gop_frames * rate.den, rate.num});
    plan.gops_per_segment = gops_per_segment;
    return plan;
}

std::vector<int> frames_with(Mark wanted, SegmentGrid& grid, const std::vector<std::int64_t>& times) {
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(times.size()); ++i) {
        if (grid.place(times[static_cast<std::size_t>(i)]).mark == wanted) {
            found.push_back(i);
        }
    }
    return found;
}

std::vector<std::int64_t> regular(std::int64_t step, int count) {
    std::vector<std::int64_t> times;
    for (int i = 0; i < count; ++i) {
        times.push_back(step * i);
    }
    return times;
}

TEST(SegmentGridTest, CutsAConstantRateByWholeFrames) {
    SegmentGrid segments(constant_plan({30000, 1001}, 30000, 60, 3));
    EXPECT_EQ(frames_with(Mark::SegmentStart, segments, regular(1001, 400)), (std::vector{0, 180, 360}));
    SegmentGrid gops(constant_plan({30000, 1001}, 30000, 60, 3));
    EXPECT_EQ(frames_with(Mark::GopStart, gops, regular(1001, 200)), (std::vector{60, 120}));
}

TEST(SegmentGridTest, StaysExactForHours) {
    SegmentGrid grid(constant_plan({24000, 1001}, 24000, 48, 3));
    int segments = 0;
    for (std::int64_t i = 0; i < 144 * 3000; ++i) {
        const Mark mark = grid.place(i * 1001).mark;
        ASSERT_EQ(mark == Mark::SegmentStart, i % 144 == 0) << i;
        segments += mark == Mark::SegmentStart ? 1 : 0;
    }
    EXPECT_EQ(segments, 3000);
}

TEST(SegmentGridTest, ALostFrameShiftsNothingBehindIt) {
    auto times = regular(512, 200);
    times.erase(times.begin() + 10);
    SegmentGrid grid(constant_plan({25, 1}, 12800, 50, 1));
    EXPECT_EQ(frames_with(Mark::SegmentStart, grid, times), (std::vector{0, 49, 99, 149}));
}

TEST(SegmentGridTest, CutsAVariableRateAtTheFirstFrameBehindEachLine) {
    VideoPlan plan;
    plan.timing = FrameTiming::Variable;
    plan.frame_rate = {30, 1};
    plan.timescale = 1000;
    plan.gop_duration = {2, 1};
    plan.gops_per_segment = 3;
    SegmentGrid grid(plan);
    const std::vector<std::int64_t> times = {0, 1999, 2000, 2040, 5990, 6010, 6020};
    std::vector<Mark> marks;
    for (const std::int64_t time : times) {
        marks.push_back(grid.place(time).mark);
    }
    EXPECT_EQ(marks, (std::vector{Mark::SegmentStart, Mark::None, Mark::GopStart, Mark::None, Mark::GopStart,
                                  Mark::SegmentStart, Mark::None}));
}

TEST(SegmentGridTest, FollowsTheStartsThatThePlanNames) {
    VideoPlan plan = constant_plan({25, 1}, 12800, 50, 3);
    plan.segment_starts = {0, 33 * 512, 183 * 512, 200 * 512}; // 1.32 s, 6 s, 0.68 s and the rest
    std::vector<std::int64_t> times;
    for (int i = 0; i < 320; ++i) {
        times.push_back(i * 512);
    }
    SegmentGrid segments(plan);
    EXPECT_EQ(frames_with(Mark::SegmentStart, segments, times), (std::vector<int>{0, 33, 183, 200}));
    SegmentGrid gops(plan);
    EXPECT_EQ(frames_with(Mark::GopStart, gops, times), (std::vector<int>{83, 133, 250, 300}));
}

TEST(SegmentGridTest, GopsBetweenNamedStartsAreOfOneLength) {
    VideoPlan plan = constant_plan({25, 1}, 12800, 50, 3);
    plan.segment_starts = {0, 101 * 512}; // one frame more than two GOPs
    std::vector<std::int64_t> times;
    for (int i = 0; i < 101; ++i) {
        times.push_back(i * 512);
    }
    SegmentGrid gops(plan);
    EXPECT_EQ(frames_with(Mark::GopStart, gops, times), (std::vector<int>{34, 67}));
}

TEST(SegmentGridTest, ALostFrameAtANamedStartShiftsNothingBehindIt) {
    VideoPlan plan = constant_plan({25, 1}, 12800, 50, 3);
    plan.segment_starts = {0, 33 * 512, 183 * 512};
    std::vector<std::int64_t> times;
    for (int i = 0; i < 200; ++i) {
        if (i != 33) {
            times.push_back(i * 512);
        }
    }
    SegmentGrid segments(plan);
    EXPECT_EQ(frames_with(Mark::SegmentStart, segments, times), (std::vector<int>{0, 33, 182}));
}

TEST(SegmentGridTest, ASegmentsNumberIsThatOfItsStretchOfTime) {
    SegmentGrid grid(constant_plan({30000, 1001}, 30000, 60, 3));
    for (std::int64_t i = 0; i < 2000; ++i) {
        const GridPlace place = grid.place(i * 1001);
        ASSERT_EQ(place.segment, i / 180);
    }
}

TEST(SegmentGridTest, AGapOverSeveralLinesBeginsOneSegment) {
    SegmentGrid grid(constant_plan({25, 1}, 12800, 50, 3));
    EXPECT_EQ(grid.place(0), (GridPlace{Mark::SegmentStart, 0}));
    EXPECT_EQ(grid.place(12800 * 40), (GridPlace{Mark::SegmentStart, 6}));
    EXPECT_EQ(grid.place(12800 * 40 + 512), (GridPlace{Mark::None, 6}));
}

} // namespace
} // namespace framehand::media
