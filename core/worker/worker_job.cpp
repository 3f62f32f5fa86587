// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/shown_url.h"
#include "core/worker/worker.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

// The parts of the loop with a job; worker.cpp has those without.

void Worker::run(JobRecord record) {
    auto state = m_feed.current();
    state.job = WorkerJob{};
    state.job->job_id = record.job.job_id;
    state.job->movie_id = record.job.movie_id;
    state.job->input = jobs::shown_url(record.job.input.source_url);
    state.job->started_at = record.started_at;
    m_feed.publish(std::move(state), StateChange::State);

    m_end_without_outcome = EndedJob::State::Cancelled;
    JobRun::Callbacks callbacks;
    callbacks.on_phase = [this](WorkerPhase phase) {
        show(phase, phase == WorkerPhase::Paused && m_pause ? sentence(*m_pause) : std::string());
    };
    callbacks.on_released = [this](const std::string& why) { show_pause(why); };
    callbacks.on_progress = [this](const jobs::TranscodeProgress& progress) { show_progress(progress); };
    callbacks.on_preview = [this, job_id = record.job.job_id](jobs::TranscodePreview picture) {
        m_preview = JobPreview{job_id, std::move(picture)};
    };
    callbacks.on_end = [this](std::optional<sources::JobOutcome> outcome) { ended(std::move(outcome)); };
    m_run = std::make_unique<JobRun>(m_parts.run, m_options.run, std::move(record), std::move(callbacks));
    pause_run();
    m_run->start();
}

void Worker::show_progress(const jobs::TranscodeProgress& progress) {
    auto state = m_feed.current();
    if (!state.job) {
        return;
    }
    state.job->percent = progress.percent;
    state.job->fps = progress.fps;
    state.job->speed = progress.speed;
    state.job->eta_sec = progress.eta_sec;
    state.job->bytes_written = progress.bytes_written;
    state.job->rungs = progress.rungs;
    state.job->rung_bytes = progress.rung_bytes;
    m_feed.publish(std::move(state), StateChange::Progress);

    m_unsent_progress = sources::JobProgress{progress.percent, progress.fps, progress.eta_sec};
    if (m_progress_timer == nullptr) {
        report_progress();
    }
}

void Worker::report_progress() {
    // The timer also runs when there is nothing to say, so that the next report never comes too early.
    m_progress_timer = m_parts.run.timers.after(m_options.progress_interval, [this] {
        m_progress_timer.reset();
        if (m_unsent_progress) {
            report_progress();
        }
    });
    if (!m_unsent_progress || m_progress_in_flight) {
        return;
    }
    const auto progress = *std::exchange(m_unsent_progress, std::nullopt);
    m_progress_in_flight = true;
    m_parts.source.progress(
        *m_lease, progress,
        m_guard.wrap([this, job_id = m_lease->job_id](const base::Result<sources::LeaseState>& answer) {
            m_progress_in_flight = false;
            lease_answered(job_id, answer);
        }));
}

void Worker::keep_alive_after(base::Duration delay) {
    m_loop_timer = m_parts.run.timers.after(delay, [this] { keep_alive(); });
}

void Worker::keep_alive() {
    m_loop_timer.reset();
    m_parts.source.keep_alive(
        *m_lease, heartbeat(),
        m_guard.wrap([this, job_id = m_lease->job_id](const base::Result<sources::LeaseState>& answer) {
            lease_answered(job_id, answer);
            if (!m_lease || m_loop_timer != nullptr) {
                return; // the job ended meanwhile
            }
            keep_alive_after(answer ? m_options.sync_interval : std::min(m_options.sync_interval, m_backoff.next()));
        }));
}

void Worker::lease_answered(const std::string& job_id, const base::Result<sources::LeaseState>& answer) {
    if (!answer) {
        failed(answer.error());
        return;
    }
    reached();
    if (*answer == sources::LeaseState::Cancelled) {
        told_cancelled(job_id);
    }
}

void Worker::told_cancelled(const std::string& job_id) {
    if (m_run != nullptr && job_id == m_lease->job_id) {
        m_logger.with("job", job_id).info("the job was cancelled");
        m_run->cancel();
    }
}

base::Status Worker::cancel(const std::string& job_id) {
    if (m_run == nullptr || job_id != m_lease->job_id) {
        return base::fail(base::ErrorCode::NotFound, "this worker does not do the job " + job_id + " now");
    }
    m_logger.with("job", job_id).info("the job is cancelled here");
    m_run->cancel();
    return {};
}

std::optional<std::int64_t> Worker::transcoder_id() const {
    return m_run == nullptr ? std::nullopt : m_run->transcoder_id();
}

void Worker::note_refused(const sources::JobOutcome& refused) {
    if (!m_parts.on_ended) {
        return;
    }
    EndedJob ended;
    ended.job_id = refused.lease.job_id;
    ended.attempt = refused.lease.attempt;
    ended.ended_at = m_parts.run.clock.wall();
    ended.error = base::fail(base::ErrorCode::InvalidArgument, refused.error_message);
    m_parts.on_ended(ended);
}

void Worker::ended(std::optional<sources::JobOutcome> outcome) {
    m_ended_run = std::move(m_run);
    m_preview.reset();
    if (m_parts.on_ended) {
        // First of all: after a kill from here on the job ends once more, as the same one.
        m_parts.on_ended(m_ended_run->ended(outcome, m_end_without_outcome));
    }
    m_give_back_timer.reset();
    show_pause({});
    m_progress_timer.reset();
    m_unsent_progress.reset();
    if (outcome) {
        store(*outcome);
        return;
    }
    // The journal goes last: a stop before that point only means that the source says "cancelled" once more.
    clean_up([this] {
        if (const auto removed = m_parts.run.journal.remove(); !removed) {
            note_error(removed.error().text());
        }
        stored();
    });
}

void Worker::store(const sources::JobOutcome& outcome) {
    show(WorkerPhase::Reporting);
    if (const auto added = m_parts.outbox.add(outcome); !added) {
        note_error(added.error().wrapped("the outcome cannot be written to the local disk; trying again").text());
        m_store_timer = m_parts.run.timers.after(m_store_backoff.next(), [this, outcome] { store(outcome); });
        return;
    }
    m_store_backoff.reset();
    const auto logger = m_logger.with("job", outcome.lease.job_id);
    auto state = m_feed.current();
    if (outcome.completed()) {
        ++state.jobs_completed;
        logger.info("job completed", {{"manifest_url", *outcome.manifest_url},
                                      {"total_time_ms", std::to_string(outcome.total_time_ms)}});
    } else {
        ++state.jobs_failed;
        state.last_error = "job " + outcome.lease.job_id + ": " + outcome.error_message;
        state.last_error_at = m_parts.run.clock.wall();
        logger.error("job failed", {{"error", outcome.error_message}});
    }
    m_feed.publish(std::move(state), StateChange::State);
    if (const auto removed = m_parts.run.journal.remove(); !removed) {
        note_error(removed.error().text());
    }
    clean_up([this] { m_parts.outbox.flush(m_guard.wrap([this] { stored(); })); });
}

void Worker::clean_up(std::function<void()> done) {
    auto discarded = std::make_shared<base::Status>();
    m_task = m_parts.run.background.run(
        [discarded, &storage = m_parts.run.storage, id = m_lease->job_id] { *discarded = storage.discard(id); },
        [this, discarded, done = std::move(done)] {
            m_task.reset();
            m_ended_run.reset();
            if (!*discarded) {
                note_error(discarded->error().text());
            }
            done();
        });
}

void Worker::stored() {
    auto state = m_feed.current();
    state.job.reset();
    m_feed.publish(std::move(state), StateChange::State);
    m_lease.reset();
    if (m_announced) {
        ask();
    } else {
        show(WorkerPhase::Connecting); // announce() asks
    }
}

} // namespace framehand::worker
