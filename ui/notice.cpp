// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice.h"

#include "ui/app_state.h"
#include "ui/sentences.h"

namespace framehand::ui {

std::optional<Notice> Notices::between(const Snapshot& before, const Snapshot& after) {
    if (app_state(after) == AppState::Error && app_state(before) != AppState::Error) {
        return Notice{Notice::Kind::NeedsAttention, tr("Framehand needs you"), Sentences::summary(after, {})};
    }
    // The counters are those of one run of the daemon.
    if (before.link != Link::Online || after.link != Link::Online) {
        return std::nullopt;
    }
    const QString title = before.job ? before.job->title : tr("A video");
    if (after.jobs_failed > before.jobs_failed) {
        return Notice{Notice::Kind::Failed, tr("%1 failed").arg(title), after.last_error};
    }
    if (after.jobs_completed > before.jobs_completed) {
        return Notice{Notice::Kind::Finished, tr("%1 is finished").arg(title),
                      tr("It is in its place and can be played.")};
    }
    return std::nullopt;
}

} // namespace framehand::ui
