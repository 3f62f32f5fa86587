// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sentences.h"

#include "ui/app_state.h"
#include "ui/time_words.h"

#include <QLocale>

#include <cmath>

namespace framehand::ui {

namespace {

bool is(const CauseView& cause, const char* id) {
    return cause.id == QLatin1String(id);
}

QString capitalized(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
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
    const QString title = snapshot.job ? snapshot.job->title : tr("a video");
    switch (snapshot.phase) {
    case Phase::Preparing:
        return tr("Preparing %1").arg(title);
    case Phase::Committing:
        return tr("Copying %1 to its place").arg(title);
    case Phase::Reporting:
        return tr("Reporting that %1 has ended").arg(title);
    default:
        return tr("Transcoding %1").arg(title);
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
        return tr("goes on after %1 without input").arg(TimeWords::span(cause.hold_sec));
    }
    if (is(cause, "presence_unknown")) {
        return tr("goes on once that can be told");
    }
    if (is(cause, "full_screen")) {
        return after(tr("goes on after it is left"), tr("goes on %1 after it is left"));
    }
    if (is(cause, "game") || is(cause, "program")) {
        return after(tr("goes on after its end"), tr("goes on %1 after its end"));
    }
    if (is(cause, "other_load")) {
        return after(tr("goes on after they are done"), tr("goes on %1 after they are done"));
    }
    if (is(cause, "on_battery")) {
        return after(tr("goes on when plugged in"), tr("goes on %1 after it is plugged in"));
    }
    if (is(cause, "power_saver")) {
        return after(tr("goes on when it is switched off"), tr("goes on %1 after it is switched off"));
    }
    if (is(cause, "outside_hours")) {
        return tr("goes on once hours for work are set");
    }
    if (is(cause, "metered_network")) {
        return after(tr("goes on with another network"), tr("goes on %1 after another network is used"));
    }
    if (is(cause, "too_hot")) {
        return after(tr("goes on when it has cooled down"), tr("goes on %1 after it has cooled down"));
    }
    if (is(cause, "low_disk")) {
        return after(tr("goes on when there is space"), tr("goes on %1 after there is space"));
    }
    return cause.goes_on.isEmpty() ? QString() : tr("goes on %1").arg(cause.goes_on);
}

QString Sentences::waiting(const Snapshot& snapshot) {
    if (snapshot.pause && !snapshot.pause->after_job) {
        QStringList causes;
        for (const auto& each : snapshot.pause->causes) {
            causes.append(cause(each));
        }
        return causes.isEmpty() ? tr("Waiting") : tr("Waiting: %1").arg(causes.join(QStringLiteral("; ")));
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

QString Sentences::pause_end(const PauseView& pause, const QDateTime& now) {
    if (pause.until.isValid()) {
        return TimeWords::until(pause.until, now);
    }
    return pause.by_owner ? tr("until you resume") : QString();
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
        return tr("Then paused, %1").arg(pause_end(pause, now));
    }
    const AppState state = app_state(snapshot);
    if (state == AppState::Working) {
        return tr("Then it pauses");
    }
    if (state != AppState::PausedByYou && state != AppState::Waiting) {
        return {};
    }
    if (const QString end = pause_end(pause, now); !end.isEmpty()) {
        return capitalized(end);
    }
    for (const auto& each : pause.causes) {
        if (const QString words = goes_on(each); !each.until.isValid() && !words.isEmpty()) {
            return capitalized(words);
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
        return tr("%1 %2", "Paused by you + until ...").arg(parts.front(), pause_end(*snapshot.pause, now)).trimmed();
    case AppState::Waiting:
        if (QString end = next(snapshot, now); !end.isEmpty()) {
            end[0] = end[0].toLower();
            parts << end;
        }
        break;
    case AppState::Error:
        return tr("%1: %2", "Cannot work: what is wrong").arg(parts.front(), problem(snapshot));
    case AppState::Idle:
    case AppState::Offline:
        break;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace framehand::ui
