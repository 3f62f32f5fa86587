// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snapshot.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace framehand::ui {

/// A snapshot in words, in the application's language. Pure functions of the snapshot and the time; plain text, which
/// may hold what a file is called.
class Sentences {
    Q_DECLARE_TR_FUNCTIONS(Sentences)

public:
    /// "Transcoding Sintel", "Waiting: you are using this PC", "Paused by you", "Cannot work".
    [[nodiscard]] static QString headline(const Snapshot& snapshot);
    /// What makes it go on, what comes next, or what is wrong: "Goes on after 5 min without input"; "" where there is
    /// nothing to say.
    [[nodiscard]] static QString next(const Snapshot& snapshot, const QDateTime& now);
    /// All in one: "Transcoding Sintel, 43 %, 87 fps, 4 min left".
    [[nodiscard]] static QString summary(const Snapshot& snapshot, const QDateTime& now);
    /// Nobody has said where the videos are.
    [[nodiscard]] static QString not_set_up();
    /// "43 %": never 100 before the end.
    [[nodiscard]] static QString percent(const JobView& job);
    /// "4 min left", "" while unknown.
    [[nodiscard]] static QString time_left(const JobView& job);
    /// "87 fps".
    [[nodiscard]] static QString fps(const JobView& job);
    /// "3.6 times as fast as it plays".
    [[nodiscard]] static QString speed(const JobView& job);

    /// "1080p 1.2 GB, 720p 480 MB": what is made, and how much of it is there.
    [[nodiscard]] static QString rungs(const JobView& job);
    /// "Takes 180 % of a processor core, 640 MB of memory; the GPU is 12 % busy".
    [[nodiscard]] static QString usage(const UsageView& usage);

private:
    [[nodiscard]] static QString cause(const CauseView& cause);
    [[nodiscard]] static QString goes_on(const CauseView& cause);
    [[nodiscard]] static QString work(const Snapshot& snapshot);
    [[nodiscard]] static QString waiting(const Snapshot& snapshot);
    [[nodiscard]] static QString problem(const Snapshot& snapshot);

    /// How a pause ends, in sentences with %1 for the time.
    struct EndWords {
        QString today;
        QString tomorrow;
        QString later;
        QString resumed;
    };

    [[nodiscard]] static QString pause_end(const PauseView& pause, const QDateTime& now, const EndWords& words);
};

} // namespace framehand::ui
