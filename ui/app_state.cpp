// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app_state.h"

namespace framehand::ui {

namespace {

/// A pause after the running job is a wish for later.
bool pauses_now(const Snapshot& snapshot) {
    return snapshot.pause && !snapshot.pause->after_job;
}

} // namespace

AppState app_state(const Snapshot& snapshot) {
    switch (snapshot.link) {
    case Link::Starting:
    case Link::Offline:
        return AppState::Offline;
    case Link::Refused:
        return AppState::Error;
    case Link::Online:
        break;
    }
    if (snapshot.phase == Phase::NotReady || (snapshot.phase == Phase::Starting && !snapshot.last_error.isEmpty())) {
        return AppState::Error;
    }
    if (pauses_now(snapshot)) {
        // A copy to the NAS that has begun ends first.
        if (snapshot.phase == Phase::Committing || snapshot.phase == Phase::Reporting) {
            return AppState::Working;
        }
        return snapshot.pause->by_owner ? AppState::PausedByYou : AppState::Waiting;
    }
    switch (snapshot.phase) {
    case Phase::Preparing:
    case Phase::Transcoding:
    case Phase::Committing:
    case Phase::Reporting:
        return AppState::Working;
    case Phase::Connecting:
    case Phase::Paused:
        return AppState::Waiting;
    case Phase::Stopped:
        return AppState::Offline;
    case Phase::Idle:
        return snapshot.orchestrator_reachable ? AppState::Idle : AppState::Waiting;
    case Phase::NoWorker:
    case Phase::Starting:
    case Phase::NotReady:
    case Phase::Unknown:
        break;
    }
    return AppState::Idle;
}

Possible possible(const Snapshot& snapshot) {
    Possible possible;
    possible.start = snapshot.link == Link::Offline || snapshot.link == Link::Refused;
    if (snapshot.link != Link::Online || snapshot.phase == Phase::NoWorker) {
        return possible;
    }
    const bool by_owner = snapshot.pause && snapshot.pause->by_owner;
    possible.resume = by_owner;
    possible.pause = !by_owner || snapshot.pause->after_job;
    possible.finish_then_pause = !by_owner && snapshot.job.has_value();
    possible.heed_in_use = snapshot.ignore_in_use_until.isValid();
    possible.ignore_in_use = !possible.heed_in_use;
    return possible;
}

} // namespace framehand::ui
