// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/week_grid.h"

#include <gtest/gtest.h>

namespace framehand::settings {
namespace {

constexpr int kHour = 60;

int at(int day, int hour, int minute = 0) {
    return day * WeekGrid::kDay + hour * kHour + minute;
}

WeekGrid grid(std::string_view text) {
    return parse_week_grid(text).value();
}

TEST(WeekGrid, ASpanIsClosedAtItsBeginAndOpenAtItsEnd) {
    const auto office = grid("Mon-Fri 09:00-17:30");
    EXPECT_FALSE(office.allows(at(0, 8, 59)));
    EXPECT_TRUE(office.allows(at(0, 9)));
    EXPECT_TRUE(office.allows(at(4, 17, 29)));
    EXPECT_FALSE(office.allows(at(4, 17, 30)));
    EXPECT_FALSE(office.allows(at(5, 12)));
}

TEST(WeekGrid, ANightRunsIntoTheNextDayAndAroundTheEndOfTheWeek) {
    const auto nights = grid("sunday 22:00 - 7:00");
    EXPECT_TRUE(nights.allows(at(6, 23, 59)));
    EXPECT_TRUE(nights.allows(at(0, 0)));
    EXPECT_TRUE(nights.allows(at(0, 6, 59)));
    EXPECT_FALSE(nights.allows(at(0, 7)));
    EXPECT_FALSE(nights.allows(at(1, 0)));
    const auto weekend = grid("Fri-Mon 00:00-24:00");
    EXPECT_FALSE(weekend.allows(at(3, 23, 59)));
    EXPECT_TRUE(weekend.allows(at(6, 12)));
    EXPECT_TRUE(weekend.allows(at(0, 23, 59)));
    EXPECT_FALSE(weekend.allows(at(1, 0)));
}

TEST(WeekGrid, KnowsWhenItChangesAlsoAroundTheEndOfTheWeek) {
    const auto nights = grid("Mon-Fri 22:00-07:00");
    EXPECT_EQ(nights.minutes_until_change(at(0, 21, 59)), 1);
    EXPECT_EQ(nights.minutes_until_change(at(0, 22)), 9 * kHour);
    EXPECT_EQ(nights.minutes_until_change(at(5, 7)), (17 + 24 + 22) * kHour);
    EXPECT_EQ(WeekGrid::always().minutes_until_change(0), std::nullopt);
    EXPECT_EQ(WeekGrid().minutes_until_change(77), std::nullopt);
}

TEST(WeekGrid, IsWrittenInOneWayOnly) {
    const std::pair<const char*, const char*> cases[] = {
        {"always", "always"},
        {"Never", "never"},
        {"mon-sun 0:00-24:00", "always"},
        {"Sun 22:00-07:00", "Sun 22:00-07:00"},
        {"Monday 9:00-12:00, Mon 12:00-17:00", "Mon 09:00-17:00"},
        {"Tue 10:00-11:00,Mon 10:00-11:00, Thu 10:00-11:00", "Mon-Tue 10:00-11:00, Thu 10:00-11:00"},
        {"Mon-Fri 22:00-07:00, Sat-Sun 00:00-24:00", "Mon-Thu 22:00-07:00, Fri 22:00-24:00, Sat-Sun 00:00-24:00"},
        {"Mon 08:00-24:00", "Mon 08:00-24:00"},
    };
    for (const auto& [text, canonical] : cases) {
        EXPECT_EQ(to_text(grid(text)), canonical);
        EXPECT_EQ(grid(canonical), grid(text)) << canonical;
    }
}

TEST(WeekGrid, EveryPairOfEdgesReadsBackAsItself) {
    for (int begin = 0; begin < WeekGrid::kWeek; begin += 617) {
        for (int end = 0; end < WeekGrid::kWeek; end += 431) {
            if (begin == end) {
                continue;
            }
            WeekGrid one;
            one.allow(begin, end);
            const auto read = parse_week_grid(to_text(one));
            ASSERT_TRUE(read) << to_text(one);
            ASSERT_EQ(*read, one) << begin << " " << end << " " << to_text(one);
        }
    }
}

TEST(WeekGrid, QuotesThePartThatIsWrong) {
    const std::pair<const char*, const char*> cases[] = {
        {"", "nothing is said; write \"always\" or \"never\""},
        {"Mon-Fry 22:00-07:00", "\"Fry\" is no day of the week such as Mon"},
        {"Mon 22:00-07:00, Sat", "\"Sat\" is not of the form \"Mon-Fri 22:00-07:00\""},
        {"22:00-07:00", "\"22:00-07:00\" is not of the form \"Mon-Fri 22:00-07:00\""},
        {"Mon 22:00", "\"22:00\" is not of the form \"22:00-07:00\""},
        {"Mon 24:01-07:00", "\"24:01\" is no time of the day from 00:00 to 24:00"},
        {"Mon 22:60-07:00", "\"22:60\" is no time of the day from 00:00 to 24:00"},
        {"Mon 22:00-7am", "\"7am\" is no time of the day from 00:00 to 24:00"},
        {"Mon 10:00-10:00", "\"10:00-10:00\" is no time at all; a whole day is 00:00-24:00"},
        {"Mon 24:00-10:00", "\"24:00-10:00\" is no time at all; a whole day is 00:00-24:00"},
        {"Mon 10:00-11:00,", "\"\" is not of the form \"Mon-Fri 22:00-07:00\""},
        {"Mon-Tue-Wed 10:00-11:00", "\"Tue-Wed\" is no day of the week such as Mon"},
    };
    for (const auto& [text, message] : cases) {
        const auto read = parse_week_grid(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().message, message);
    }
}

} // namespace
} // namespace framehand::settings
