// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace framehand::ui {

/// How the desktop app stands with the daemon.
enum class Link {
    Starting, ///< the first try to connect, or its own daemon comes up
    Online,
    Offline, ///< none runs
    Refused, ///< it cannot run or cannot be spoken to; `Snapshot::problem` says why
};

/// What the worker does, of the local API's `phase`. Unknown is for what a newer daemon may say.
enum class Phase {
    NoWorker, ///< the daemon only hands out jobs
    Starting,
    Connecting,
    Idle,
    NotReady,
    Paused,
    Preparing,
    Transcoding,
    Committing,
    Reporting,
    Stopped,
    Unknown,
};

/// The job in hand.
struct JobView {
    QString id;
    QString title; ///< "Sintel": the video's name for people
    QString path;  ///< of the video on the NAS
    double percent = 0;
    double fps = 0;
    double speed = 0;    ///< 1 is as fast as it plays
    double eta_sec = -1; ///< -1 while unknown
    QStringList rungs;
    std::vector<std::uint64_t> rung_bytes; ///< written so far, one for each of `rungs`; empty while unknown

    bool operator==(const JobView&) const = default;
};

/// What the job in hand takes of the machine.
struct UsageView {
    double cpu_percent = 0; ///< 100 is one core
    std::uint64_t memory_bytes = 0;
    double gpu_percent = -1; ///< -1 where no driver tells

    bool operator==(const UsageView&) const = default;
};

/// A cause of the pause.
struct CauseView {
    QString id; ///< "in_use", "by_you", ...
    QString detail;
    QString sentence; ///< the daemon's own, for ids that this version does not know
    QString goes_on;
    QDateTime until; ///< invalid where its end is not known
    double hold_sec = 0;

    bool operator==(const CauseView&) const = default;
};

struct PauseView {
    std::vector<CauseView> causes; ///< heaviest first, may be empty
    QDateTime until;               ///< invalid where its end is not known
    bool after_job = false;        ///< it begins with the end of the job in hand
    bool by_owner = false;         ///< its heaviest cause is the person's own wish

    bool operator==(const PauseView&) const = default;
};

/// How far a measurement of the encoders is.
struct MeasuringView {
    QString encoder; ///< which one is tried now
    int done = 0;    ///< before it
    int of = 0;

    bool operator==(const MeasuringView&) const = default;
};

/// All that the desktop app shows, of one moment. Times are in this place's time.
struct Snapshot {
    Link link = Link::Starting;
    QString problem; ///< with Link::Refused

    Phase phase = Phase::NoWorker;
    QString reason; ///< what the worker waits for, "" if for nothing
    QString orchestrator_url;
    bool orchestrator_reachable = false;
    std::optional<JobView> job;
    std::optional<UsageView> usage;
    std::optional<PauseView> pause;
    QDateTime ignore_in_use_until; ///< invalid if input counts
    QString last_error;
    std::optional<MeasuringView> measuring;
    QString settings_problem;         ///< why the settings on the disk are not in force, "" if they are
    std::uint64_t jobs_completed = 0; ///< since the daemon's start
    std::uint64_t jobs_failed = 0;

    bool operator==(const Snapshot&) const = default;
};

/// The state that the local API tells, of a daemon that may be older or newer: what it leaves out or spells otherwise
/// is as if it were not there.
[[nodiscard]] Snapshot snapshot_of(const base::Json& state);

/// "movies/Sintel (2010).mkv" -> "Sintel (2010)", on one line without control characters. Never empty if `path` is not.
[[nodiscard]] QString title_of(const QString& path);

} // namespace framehand::ui
