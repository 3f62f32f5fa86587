// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace framehand::ui {

/// Times as people say them, in the application's language.
class TimeWords {
    Q_DECLARE_TR_FUNCTIONS(TimeWords)

public:
    /// "12 s", "4 min", "1 h 20 min": rounded, so that it does not flicker.
    [[nodiscard]] static QString span(double seconds);
    /// "14:30", as this place writes it.
    [[nodiscard]] static QString time_of_day(const QTime& time);
    /// As this place writes it, with a time without seconds.
    [[nodiscard]] static QString date_and_time(const QDateTime& moment);

    enum class Day { Today, Tomorrow, Later };
    [[nodiscard]] static Day day_of(const QDateTime& moment, const QDateTime& now);

    /// When "until tomorrow" is over: at six in the morning of the next day.
    [[nodiscard]] static QDateTime tomorrow(const QDateTime& now);
};

} // namespace framehand::ui
