// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sentences.h"

#include "ui/app_state.h"
#include "ui/size_words.h"
#include "ui/time_words.h"

#include <QLocale>

#include <cmath>

namespace framehand::ui {

namespace {

bool is(const CauseView& cause, const char* id) {
    return cause.id == QLatin1String(id);
}

/// `known` with the video's title, or else `unknown`.
QString with_title(const Snapshot& snapshot, const QString& known, const QString& unknown) {
    return snapshot.job ? known.arg(snapshot.job->title) : unknown;
}

} // namespace

QString Sentences::not_set_up() {
    return tr("Framehand is not set up yet: it does not know where the videos are");
}

QString Sentences::percent(const JobView& job) {
    return tr("%1 %").arg(QLocale().toString(static_cast<int>(std::floor(job.percent))));
}

QString Sentences::time_left(const JobView& job) {
    return job.eta_sec < 0 ? QString() : tr("%1 left").arg(TimeWords::span(job.eta_sec));
}

QString Sentences::fps(const JobView& job) {
    return tr("%1 fps").arg(QLocale().toString(job.fps, 'f', job.fps < 10 ? 1 : 0));
}

QString Sentences::speed(const JobView& job) {
    return tr("%1 times as fast as it plays").arg(QLocale().toString(job.speed, 'f', job.speed < 10 ? 1 : 0));
}

QString Sentences::work(const Snapshot& snapshot) {
    switch (snapshot.phase) {
    case Phase::Preparing:
        return with_title(snapshot, tr("Preparing %1"), tr("Preparing a video"));
    case Phase::Committing:
        return with_title(snapshot, tr("Copying %1 to its place"), tr("Copying a video to its place"));
    case Phase::Reporting:
        return with_title(snapshot, tr("Reporting the end of %1"), tr("Reporting the end of a job"));
    default:
        return with_title(snapshot, tr("Transcoding %1"), tr("Transcoding a video"));
    }
}

QString Sentences::cause(const CauseView& cause) {
    if (is(cause, "in_use")) {
        return tr("you are using this PC");
    }
    if (is(cause, "presence_unknown")) {
        return tr("nobody can tell whether this PC is in use");
    }
    if (is(cause, "full_screen")) {
        return tr("a program fills the screen");
    }
    if (is(cause, "game")) {
        return tr("a game runs");
    }
    if (is(cause, "program")) {
        return tr("%1 runs").arg(cause.detail);
    }
    if (is(cause, "other_load")) {
        return tr("other programs need the processor");
    }
    if (is(cause, "on_battery")) {
        return tr("on battery");
    }
    if (is(cause, "power_saver")) {
        return tr("the power saver is on");
    }
    if (is(cause, "outside_hours")) {
        return tr("outside the hours for work");
    }
    if (is(cause, "metered_network")) {
        return tr("the network is metered");
    }
    if (is(cause, "too_hot")) {
        return cause.detail.isEmpty() ? tr("this PC is too hot") : tr("this PC is too hot (%1)").arg(cause.detail);
    }
    if (is(cause, "low_disk")) {
        return tr("the disk for unfinished work is nearly full");
    }
    return cause.sentence.isEmpty() ? tr("for a reason that this version does not know") : cause.sentence;
}

QString Sentences::goes_on(const CauseView& cause) {
    const auto after = [&cause](const QString& at_once, const QString& later) {
        return cause.hold_sec > 0 ? later.arg(TimeWords::span(cause.hold_sec)) : at_once;
    };
    if (is(cause, "in_use")) {
        return tr("Goes on after %1 without input").arg(TimeWords::span(cause.hold_sec));
    }
    if (is(cause, "presence_unknown")) {
        return tr("Goes on once it can be told whether this PC is in use");
    }
    if (is(cause, "full_screen")) {
        return after(tr("Goes on after the full screen is left"), tr("Goes on %1 after the full screen is left"));
    }
    if (is(cause, "game")) {
        return after(tr("Goes on after the game ends"), tr("Goes on %1 after the game ends"));
    }
    if (is(cause, "program")) {
        return after(tr("Goes on after the program ends"), tr("Goes on %1 after the program ends"));
    }
    if (is(cause, "other_load")) {
        return after(tr("Goes on when the other programs are done"),
                     tr("Goes on %1 after the other programs are done"));
    }
    if (is(cause, "on_battery")) {
        return after(tr("Goes on when this PC is plugged in"), tr("Goes on %1 after this PC is plugged in"));
    }
    if (is(cause, "power_saver")) {
        return after(tr("Goes on when the power saver is switched off"),
                     tr("Goes on %1 after the power saver is switched off"));
    }
    if (is(cause, "outside_hours")) {
        return tr("Goes on once hours for work are set");
    }
    if (is(cause, "metered_network")) {
        return after(tr("Goes on with another network"), tr("Goes on %1 after another network is used"));
    }
    if (is(cause, "too_hot")) {
        return after(tr("Goes on when this PC has cooled down"), tr("Goes on %1 after this PC has cooled down"));
    }
    if (is(cause, "low_disk")) {
        return after(tr("Goes on when there is space on the disk"), tr("Goes on %1 after there is space on the disk"));
    }
    //: %1 is the daemon's own English, for a reason that is newer than this program
    return cause.goes_on.isEmpty() ? QString() : tr("Goes on: %1").arg(cause.goes_on);
}

QString Sentences::waiting(const Snapshot& snapshot) {
    if (snapshot.pause && !snapshot.pause->after_job) {
        QStringList causes;
        for (const auto& each : snapshot.pause->causes) {
            causes.append(cause(each));
        }
        return causes.isEmpty() ? tr("Waiting") : tr("Waiting: %1").arg(causes.join(tr("; ", "between causes")));
    }
    if (snapshot.phase == Phase::Paused) {
        return tr("Waiting");
    }
    return tr("Waiting: the orchestrator at %1 does not answer").arg(snapshot.orchestrator_url);
}

QString Sentences::headline(const Snapshot& snapshot) {
    switch (app_state(snapshot)) {
    case AppState::Working:
        return work(snapshot);
    case AppState::PausedByYou:
        return tr("Paused by you");
    case AppState::Waiting:
        return waiting(snapshot);
    case AppState::Error:
        return snapshot.link == Link::Refused ? tr("Framehand cannot run") : tr("Cannot work");
    case AppState::Offline:
        return snapshot.link == Link::Starting ? tr("Framehand is starting") : tr("Framehand does not run");
    case AppState::Idle:
        break;
    }
    switch (snapshot.phase) {
    case Phase::NoWorker:
        return tr("This PC hands out jobs and takes none itself");
    case Phase::Starting:
        return tr("Finding out what this PC can do");
    default:
        return tr("Ready, there is no job");
    }
}

QString Sentences::problem(const Snapshot& snapshot) {
    if (snapshot.link == Link::Refused) {
        return snapshot.problem;
    }
    return snapshot.phase == Phase::NotReady ? snapshot.reason : snapshot.last_error;
}

QString Sentences::pause_end(const PauseView& pause, const QDateTime& now, const EndWords& words) {
    if (!pause.until.isValid()) {
        return pause.by_owner ? words.resumed : QString();
    }
    switch (TimeWords::day_of(pause.until, now)) {
    case TimeWords::Day::Today:
        return words.today.arg(TimeWords::time_of_day(pause.until.time()));
    case TimeWords::Day::Tomorrow:
        return words.tomorrow.arg(TimeWords::time_of_day(pause.until.time()));
    case TimeWords::Day::Later:
        break;
    }
    return words.later.arg(TimeWords::date_and_time(pause.until));
}

QString Sentences::next(const Snapshot& snapshot, const QDateTime& now) {
    if (app_state(snapshot) == AppState::Error) {
        return problem(snapshot); // begins with the name of a setting or a path as often as not
    }
    if (snapshot.link != Link::Online || !snapshot.pause) {
        return {};
    }
    const PauseView& pause = *snapshot.pause;
    if (pause.after_job) {
        return pause_end(pause, now,
                         {tr("Then paused until %1", "a time of day"), tr("Then paused until tomorrow, %1"),
                          tr("Then paused until %1", "a date with a time"), tr("Then paused until you resume")});
    }
    const AppState state = app_state(snapshot);
    if (state == AppState::Working) {
        return tr("Then it pauses");
    }
    if (state != AppState::PausedByYou && state != AppState::Waiting) {
        return {};
    }
    if (const QString end = pause_end(pause, now,
                                      {tr("Until %1", "a time of day"), tr("Until tomorrow, %1"),
                                       tr("Until %1", "a date with a time"), tr("Until you resume")});
        !end.isEmpty()) {
        return end;
    }
    for (const auto& each : pause.causes) {
        if (const QString words = goes_on(each); !each.until.isValid() && !words.isEmpty()) {
            return words;
        }
    }
    return {};
}

QString Sentences::summary(const Snapshot& snapshot, const QDateTime& now) {
    QStringList parts{headline(snapshot)};
    switch (app_state(snapshot)) {
    case AppState::Working:
        if (snapshot.phase == Phase::Transcoding && snapshot.job) {
            parts << percent(*snapshot.job);
            if (snapshot.job->fps > 0) {
                parts << fps(*snapshot.job);
            }
            if (const QString left = time_left(*snapshot.job); !left.isEmpty()) {
                parts << left;
            }
        }
        break;
    case AppState::PausedByYou:
        return pause_end(*snapshot.pause, now,
                         {tr("Paused by you until %1", "a time of day"), tr("Paused by you until tomorrow, %1"),
                          tr("Paused by you until %1", "a date with a time"), tr("Paused by you until you resume")});
    case AppState::Waiting:
        if (const QString end = next(snapshot, now); !end.isEmpty()) {
            return tr("%1. %2", "two sentences").arg(parts.front(), end);
        }
        break;
    case AppState::Error:
        return tr("%1: %2", "Cannot work: what is wrong").arg(parts.front(), problem(snapshot));
    case AppState::Idle:
    case AppState::Offline:
        break;
    }
    return parts.join(tr(", ", "between parts of a list"));
}

QString Sentences::rungs(const JobView& job) {
    QStringList words;
    for (qsizetype i = 0; i < job.rungs.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const std::uint64_t bytes = at < job.rung_bytes.size() ? job.rung_bytes[at] : 0;
        words.append(
            bytes > 0 ? tr("%1 %2", "a rung and its size: 1080p 1.2 GB").arg(job.rungs.at(i), SizeWords::bytes(bytes))
                      : job.rungs.at(i));
    }
    return words.join(tr(", ", "between parts of a list"));
}

QString Sentences::usage(const UsageView& usage) {
    const QString cpu = SizeWords::percent(usage.cpu_percent);
    const QString memory = SizeWords::bytes(usage.memory_bytes);
    return usage.gpu_percent < 0 ? tr("Takes %1 of a processor core and %2 of memory").arg(cpu, memory)
                                 : tr("Takes %1 of a processor core and %2 of memory; the GPU is %3 busy")
                                       .arg(cpu, memory, SizeWords::percent(usage.gpu_percent));
}

} // namespace framehand::ui
