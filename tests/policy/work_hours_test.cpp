// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/work_hours.h"
#include "tests/support/fake_local_time.h"

#include <gtest/gtest.h>

#include <chrono>

namespace framehand::policy {
namespace {

using namespace std::chrono_literals;
using base::WallTime;
using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

WallTime utc(int y, unsigned m, unsigned d, std::chrono::milliseconds time = 0ms) {
    return sys_days(year(y) / month(m) / day(d)) + time;
}

settings::WeekGrid grid(std::string_view text) {
    return settings::parse_week_grid(text).value();
}

// 2026-11-21 is a Saturday.
TEST(WorkHours, AreReadAsAClockOnTheWallDoes) {
    const test::FakeLocalTime berlin(1h);
    const auto hours = grid("Sat 10:00-11:00");
    EXPECT_FALSE(allows(hours, utc(2026, 11, 21, 8h + 59min + 59s), berlin));
    EXPECT_TRUE(allows(hours, utc(2026, 11, 21, 9h), berlin));
    EXPECT_TRUE(allows(hours, utc(2026, 11, 21, 9h + 59min + 59'999ms), berlin));
    EXPECT_FALSE(allows(hours, utc(2026, 11, 21, 10h), berlin));
    EXPECT_FALSE(allows(hours, utc(2026, 11, 22, 9h), berlin));
    const test::FakeLocalTime samoa(-11h);
    EXPECT_TRUE(allows(grid("Fri 23:00-24:00"), utc(2026, 11, 21, 10h), samoa));
    EXPECT_TRUE(allows(grid("Thu 00:00-24:00"), WallTime{} - 0ms, test::FakeLocalTime()));
    EXPECT_TRUE(allows(grid("Wed 23:00-24:00"), WallTime{} - 1ms, test::FakeLocalTime())) << "before 1970";
}

TEST(WorkHours, ChangeOnTheMinuteAlsoAcrossTheEndOfTheWeek) {
    const test::FakeLocalTime berlin(1h);
    const auto hours = grid("Mon 00:00-06:00");
    EXPECT_EQ(next_change(hours, utc(2026, 11, 21, 12h + 30s), berlin), utc(2026, 11, 22, 23h));
    EXPECT_EQ(next_change(hours, utc(2026, 11, 22, 23h), berlin), utc(2026, 11, 23, 5h));
    EXPECT_EQ(next_change(settings::WeekGrid::always(), utc(2026, 11, 22), berlin), std::nullopt);
    EXPECT_EQ(next_change(settings::WeekGrid(), utc(2026, 11, 22), berlin), std::nullopt);
}

class Berlin2026 : public testing::Test {
protected:
    Berlin2026() {
        berlin.change(utc(2026, 3, 29, 1h), 2h);
        berlin.change(utc(2026, 10, 25, 1h), 1h);
    }

    test::FakeLocalTime berlin{1h};
};

TEST_F(Berlin2026, AnHourThatIsLeftOutTakesItsChangesWithIt) {
    // 02:00 to 03:00 is not there on this Sunday.
    EXPECT_EQ(next_change(grid("Sun 02:30-05:00"), utc(2026, 3, 29, 0h + 30min), berlin), utc(2026, 3, 29, 1h));
    EXPECT_EQ(next_change(grid("Sun 00:00-02:30"), utc(2026, 3, 29, 0h), berlin), utc(2026, 3, 29, 1h));
    EXPECT_EQ(next_change(grid("Sun 04:00-05:00"), utc(2026, 3, 28, 12h), berlin), utc(2026, 3, 29, 2h));
    // An hour that is wholly left out is no time at all: the next one is in a week.
    EXPECT_EQ(next_change(grid("Sun 02:00-03:00"), utc(2026, 3, 28, 12h), berlin), utc(2026, 4, 5, 0h));
}

TEST_F(Berlin2026, AnHourThatComesTwiceCountsTwice) {
    const auto hours = grid("Sun 02:00-03:00");
    EXPECT_EQ(next_change(hours, utc(2026, 10, 24, 12h), berlin), utc(2026, 10, 25, 0h));
    EXPECT_TRUE(allows(hours, utc(2026, 10, 25, 0h + 30min), berlin));
    EXPECT_TRUE(allows(hours, utc(2026, 10, 25, 1h + 30min), berlin));
    EXPECT_EQ(next_change(hours, utc(2026, 10, 25, 0h + 30min), berlin), utc(2026, 10, 25, 2h));
}

TEST_F(Berlin2026, TheAnswerAndItsChangeAgreeMinuteByMinute) {
    for (const auto* text : {"Sun 02:30-05:00", "Sat-Sun 01:15-02:45", "Mon-Sun 22:00-03:00"}) {
        const auto hours = grid(text);
        for (const auto begin : {utc(2026, 3, 28, 12h), utc(2026, 10, 24, 12h)}) {
            std::optional<WallTime> expected;
            for (auto now = begin + 36h; now >= begin; now -= 1min) {
                if (expected && allows(hours, now, berlin) != allows(hours, now + 1min, berlin)) {
                    expected = now + 1min;
                }
                if (!expected) {
                    expected = next_change(hours, now, berlin);
                }
                ASSERT_EQ(next_change(hours, now, berlin), expected) << text << " " << base::to_rfc3339(now);
            }
        }
    }
}

} // namespace
} // namespace framehand::policy
