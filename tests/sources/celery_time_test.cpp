// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_time.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::WallTime;
using std::chrono::milliseconds;

const WallTime kMoment{milliseconds{1'795'309'896'238}}; // 2026-11-22T01:11:36.238Z

TEST(CeleryTime, ReadsWhatPythonWrites) {
    EXPECT_EQ(*parse_celery_time("2026-11-22T01:11:36.238153+00:00"), kMoment);
    EXPECT_EQ(*parse_celery_time("2026-11-22T01:11:36.238153"), kMoment) << "without a zone it is UTC";
    EXPECT_EQ(*parse_celery_time("2026-11-22T01:11:36.238Z"), kMoment);
    EXPECT_EQ(*parse_celery_time("2026-11-22 01:11:36.2381"), kMoment);
    EXPECT_EQ(*parse_celery_time("2026-11-22T01:11:36"), kMoment - milliseconds{238});
    EXPECT_EQ(*parse_celery_time("2026-11-22T01:11"), kMoment - milliseconds{36'238});
}

TEST(CeleryTime, TakesAZoneIntoAccount) {
    EXPECT_EQ(*parse_celery_time("2026-11-22T06:41:36.238+05:30"), kMoment);
    EXPECT_EQ(*parse_celery_time("2026-11-21T17:11:36.238-0800"), kMoment);
    EXPECT_EQ(*parse_celery_time("2026-11-22T02:11:36.238+01"), kMoment);
}

TEST(CeleryTime, RefusesWhatIsNoTime) {
    for (const auto* text :
         {"", "tomorrow", "2026-13-01T00:00:00", "2026-02-30T00:00:00", "2026-11-22", "2026-11-22T",
          "2026-11-22T25:00:00", "2026-11-22T01:60:00", "2026-11-22T01:11:36.", "2026-11-22T01:11:36+",
          "2026-11-22T01:11:36+1", "2026-11-22T01:11:36Z!", "2026-11-22T01:11:36+00:00:00"}) {
        EXPECT_FALSE(parse_celery_time(text)) << text;
    }
}

TEST(CeleryTime, WritesWhatPythonReads) {
    EXPECT_EQ(celery_time(kMoment), "2026-11-22T01:11:36.238000");
    EXPECT_EQ(celery_time_with_zone(kMoment), "2026-11-22T01:11:36.238000+00:00");
    EXPECT_EQ(*parse_celery_time(celery_time_with_zone(kMoment)), kMoment);
    EXPECT_DOUBLE_EQ(epoch_seconds(kMoment), 1'795'309'896.238);
}

} // namespace
} // namespace framehand::sources
