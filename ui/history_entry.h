// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace framehand::ui {

/// A job that ended on this machine.
struct HistoryEntry {
    QString id;
    QString title;
    QString input;  ///< path of the video on the NAS
    QString output; ///< folder of the package on the NAS
    QString state;  ///< "COMPLETED", "FAILED", "CANCELLED", "RETURNED", or what a newer daemon says
    QDateTime started;
    QDateTime ended;
    double duration_sec = 0;
    bool counts_pauses = false; ///< of duration_sec
    double speed = 0;           ///< 1 is as fast as it plays; 0 if unknown
    std::uint64_t input_bytes = 0;
    std::uint64_t output_bytes = 0;
    QStringList rungs;
    QString index; ///< path of the playlist on this machine, "" where there is none
    QString error; ///< one sentence, "" if there is none
    QString cause; ///< what is behind it, may have many lines
    int attempts = 0;

    bool operator==(const HistoryEntry&) const = default;

    /// Whether the orchestrator may be asked to queue it again.
    [[nodiscard]] bool can_retry() const { return !id.isEmpty() && state != QLatin1String("COMPLETED"); }

    /// Whether both are of the same end of the same job.
    [[nodiscard]] bool is_same(const HistoryEntry& other) const {
        return id == other.id && attempts == other.attempts && started == other.started;
    }
};

/// Of a row of `jobs.list`.
[[nodiscard]] HistoryEntry history_entry_of(const base::Json& json);

/// An ended job in words, in the application's language. Pure.
class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)

public:
    /// "Finished", "Failed", "Cancelled", "Given back".
    [[nodiscard]] static QString state(const QString& state);
    [[nodiscard]] static QString ended(const HistoryEntry& entry);
    [[nodiscard]] static QString duration(const HistoryEntry& entry);
    /// "3.6×"; "" if unknown.
    [[nodiscard]] static QString speed(const HistoryEntry& entry);
    /// "1.4 GB"; "" if unknown.
    [[nodiscard]] static QString size_before(const HistoryEntry& entry);
    /// "340 MB (24 %)"; "" if unknown.
    [[nodiscard]] static QString size_after(const HistoryEntry& entry);
};

} // namespace framehand::ui
