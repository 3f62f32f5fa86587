// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker.h"

#include <utility>

namespace framehand::worker {

// The parts of the loop for a worker that is to leave the machine alone.

void Worker::pause(const Pause& pause) {
    m_pause = pause;
    const auto& shown = m_feed.current().pause;
    show_pause(shown && pause.when == PauseWhen::Now ? shown->released : std::string());
    if (m_run != nullptr) {
        pause_run();
    } else if (m_announced && !m_lease) {
        show_idle();
    }
}

void Worker::resume() {
    if (!m_pause) {
        return;
    }
    m_pause.reset();
    show_pause({});
    if (m_run != nullptr) {
        pause_run();
    } else if (m_announced && !m_lease) {
        show_idle();
        if (m_loop_timer != nullptr) { // else it asks already
            ask();
        }
    }
}

/// Brings the run in line with m_pause.
void Worker::pause_run() {
    if (!m_pause || m_pause->when == PauseWhen::AfterJob) {
        m_give_back_timer.reset();
        m_run->resume();
        return;
    }
    m_run->pause();
    if (m_give_back_timer == nullptr && m_options.give_back_after > base::Duration{0}) {
        give_back_after(m_options.give_back_after);
    }
    auto state = m_feed.current();
    if (state.job && state.phase == WorkerPhase::Paused) {
        state.reason = sentence(*m_pause);
        state.job->fps = 0;
        state.job->speed = 0;
        state.job->eta_sec = -1;
        m_feed.publish(std::move(state), StateChange::State);
    }
}

void Worker::give_back_after(base::Duration delay) {
    m_give_back_timer = m_parts.run.timers.after(delay, [this] { give_back(); });
}

void Worker::give_back() {
    m_give_back_timer.reset();
    if (m_feed.current().phase != WorkerPhase::Paused) {
        give_back_after(m_options.sync_interval); // a commit that ends first
        return;
    }
    const auto& record = m_run->record();
    m_parts.source.give_back(record.lease, m_guard.wrap([this, job_id = record.job.job_id](const base::Status& answer) {
        const auto logger = m_logger.with("job", job_id);
        if (m_run == nullptr || m_lease->job_id != job_id) {
            return;
        }
        if (answer) {
            logger.info("paused for long; the job was given back");
            m_end_without_outcome = EndedJob::State::Returned;
            m_run->cancel();
        } else if (answer.error().code == base::ErrorCode::Unavailable ||
                   answer.error().code == base::ErrorCode::Timeout) {
            if (m_pause && m_pause->when == PauseWhen::Now && m_give_back_timer == nullptr) {
                give_back_after(m_options.sync_interval);
            }
        } else {
            logger.info("paused for long; the job is kept", {{"reason", answer.error().text()}});
        }
    }));
}

void Worker::show_pause(const std::string& released) {
    auto state = m_feed.current();
    state.pause.reset();
    if (m_pause) {
        state.pause = WorkerPause{*m_pause, released};
    }
    m_feed.publish(std::move(state), StateChange::State);
}

} // namespace framehand::worker
