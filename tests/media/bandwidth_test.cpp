// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/bandwidth.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

RenditionRecord rendition(const std::vector<std::pair<std::int64_t, std::uint64_t>>& millis_and_bytes) {
    RenditionRecord record;
    record.timescale = 1000;
    std::int64_t at = 0;
    for (const auto& [millis, bytes] : millis_and_bytes) {
        SegmentRecord segment;
        segment.start = at;
        segment.end = at += millis;
        segment.bytes = bytes;
        record.segments.push_back(segment);
    }
    return record;
}

TEST(BandwidthTest, MeasuresPeakAndAverage) {
    const auto record = rendition({{6000, 6000}, {6000, 12000}, {6000, 3000}});
    EXPECT_EQ(target_duration(record), 6);
    EXPECT_EQ(peak_bandwidth(record, 6), 16000);
    EXPECT_EQ(average_bandwidth(record), 9334);
}

TEST(BandwidthTest, AShortTailCountsOnlyTogetherWithWhatIsBeforeIt) {
    const auto record = rendition({{6000, 6000}, {500, 5000}});
    EXPECT_EQ(peak_bandwidth(record, 6), 13539); // 11000 bytes in 6.5 s, not 5000 in 0.5 s
}

TEST(BandwidthTest, TakesTheAverageOfAFilmShorterThanHalfASegment) {
    const auto record = rendition({{300, 300}});
    EXPECT_EQ(target_duration(record), 1);
    EXPECT_EQ(peak_bandwidth(record, 1), 8000);
}

TEST(BandwidthTest, RoundsTheTargetToTheNearestSecond) {
    EXPECT_EQ(target_duration(rendition({{6006, 1}, {6499, 1}})), 6);
    EXPECT_EQ(target_duration(rendition({{6500, 1}})), 7);
}

} // namespace
} // namespace framehand::media
