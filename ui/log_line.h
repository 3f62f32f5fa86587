// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace framehand::ui {

/// One record of the daemon's log.
struct LogLine {
    QDateTime time; ///< in this place's time
    QString level;  ///< "debug", "info", "warning", "error"
    QString message;
    QString fields; ///< "key=value key=value"
    QString job;    ///< the id of the job that it is about, or ""

    /// "14:30:05.123  WARNING  the share is away  error=...": as the window shows it.
    [[nodiscard]] QString in_short() const;
    /// The same with the date, in UTC: as a file holds it.
    [[nodiscard]] QString in_full() const;
};

/// The lines of an answer of `log.tail`, each of which is one line.
[[nodiscard]] std::vector<LogLine> log_lines_of(const base::Json& answer);

} // namespace framehand::ui
