// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/awake_keeper.h"

namespace framehand::worker {

void AwakeKeeper::follow(const WorkerState& state) {
    const bool works = state.phase == WorkerPhase::Preparing || state.phase == WorkerPhase::Transcoding ||
                       state.phase == WorkerPhase::Committing;
    if (!works) {
        m_hold.reset();
    } else if (m_hold == nullptr) {
        m_hold = m_guard.stay_awake("a video is being transcoded");
    }
}

} // namespace framehand::worker
