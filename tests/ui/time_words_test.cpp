// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_states.h"
#include "ui/time_words.h"

#include <QLocale>

namespace framehand::ui {
namespace {

TEST(TimeWords, SpansAreRoundedAsPeopleDo) {
    const std::pair<double, const char*> rows[] = {
        {-5, "0 s"},
        {0, "0 s"},
        {12.4, "12 s"},
        {59.4, "59 s"},
        {60, "1 min"},
        {89, "1 min"},
        {90, "2 min"},
        {3569, "59 min"},
        {3570, "1 h"},
        {3600, "1 h"},
        {4800, "1 h 20 min"},
        {7200, "2 h"},
        {1e300, "277777 h 47 min"},
    };
    for (const auto& [seconds, words] : rows) {
        EXPECT_EQ(TimeWords::span(seconds).toStdString(), words) << seconds;
    }
}

TEST(TimeWords, DaysBeginAtMidnight) {
    const auto now = test::noon();
    EXPECT_EQ(TimeWords::day_of(now.addSecs(9000), now), TimeWords::Day::Today);
    EXPECT_EQ(TimeWords::day_of(now.addSecs(18 * 3600), now), TimeWords::Day::Tomorrow);
    EXPECT_EQ(TimeWords::day_of(now.addDays(7), now), TimeWords::Day::Later);
}

TEST(TimeWords, SecondsAreNotSaid) {
    QLocale::setDefault(QLocale::c());
    const auto time = TimeWords::time_of_day(QTime(14, 30, 59)).toStdString();
    const auto moment = TimeWords::date_and_time(test::noon().addSecs(9059)).toStdString();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    EXPECT_EQ(time, "14:30");
    EXPECT_EQ(moment, "21 Nov 2026 14:30");
    EXPECT_EQ(TimeWords::date_and_time(test::noon().addSecs(9059)).toStdString(), "21/11/2026 14:30");
}

TEST(TimeWords, TomorrowBeginsInTheMorning) {
    EXPECT_EQ(TimeWords::tomorrow(test::noon()), QDateTime(QDate(2026, 11, 22), QTime(6, 0)));
    EXPECT_EQ(TimeWords::tomorrow(QDateTime(QDate(2026, 12, 31), QTime(23, 59))),
              QDateTime(QDate(2027, 1, 1), QTime(6, 0)));
}

} // namespace
} // namespace framehand::ui
