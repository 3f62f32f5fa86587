// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/time_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace framehand::ui {

namespace {

/// Some places write seconds even where it is short.
QString without_seconds(QString format) {
    return format.remove(QStringLiteral(":ss"));
}

} // namespace

QString TimeWords::time_of_day(const QTime& time) {
    const QLocale locale;
    return locale.toString(time, without_seconds(locale.timeFormat(QLocale::ShortFormat)));
}

QString TimeWords::span(double seconds) {
    const auto whole = static_cast<qint64>(std::llround(std::clamp(seconds, 0.0, 1e9)));
    if (whole < 60) {
        return tr("%1 s").arg(whole);
    }
    const qint64 minutes = (whole + 30) / 60;
    if (minutes < 60) {
        return tr("%1 min").arg(minutes);
    }
    return minutes % 60 == 0 ? tr("%1 h").arg(minutes / 60) : tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString TimeWords::date_and_time(const QDateTime& moment) {
    const QLocale locale;
    return locale.toString(moment, without_seconds(locale.dateTimeFormat(QLocale::ShortFormat)));
}

TimeWords::Day TimeWords::day_of(const QDateTime& moment, const QDateTime& now) {
    if (moment.date() == now.date()) {
        return Day::Today;
    }
    return moment.date() == now.date().addDays(1) ? Day::Tomorrow : Day::Later;
}

QDateTime TimeWords::tomorrow(const QDateTime& now) {
    constexpr int kMorning = 6;
    return {now.date().addDays(1), QTime(kMorning, 0)};
}

} // namespace framehand::ui
