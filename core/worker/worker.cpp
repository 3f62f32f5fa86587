// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker.h"

#include "core/jobs/shown_url.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

// The parts without a job, and what all parts share; worker_job.cpp has those with one.

Worker::Worker(WorkerParts parts, WorkerOptions options)
    : m_parts(std::move(parts)), m_options(std::move(options)), m_logger(m_parts.run.logger),
      m_announce_backoff(m_parts.run.random), m_backoff(m_parts.run.random), m_store_backoff(m_parts.run.random) {
}

Worker::~Worker() {
    stop();
}

void Worker::start() {
    show(WorkerPhase::Starting);
    m_parts.outbox.on_settled = [this](const sources::JobOutcome& outcome, const base::Status& answer) {
        if (!answer) {
            note_error("job " + outcome.lease.job_id + ": " + answer.error().text());
        }
    };
    m_parts.source.on_work = [this] { told_of_work(); };
    m_parts.source.on_cancelled = [this](const std::string& job_id) { told_cancelled(job_id); };
    load();
    announce();
    go_on();
}

void Worker::stop() {
    m_guard.drop();
    m_announce_timer.reset();
    m_loop_timer.reset();
    m_progress_timer.reset();
    m_store_timer.reset();
    m_give_back_timer.reset();
    m_parts.outbox.on_settled = {};
    m_parts.source.on_work = {};
    m_parts.source.on_cancelled = {};
    m_run.reset();
    m_ended_run.reset();
    m_task.reset();
    show(WorkerPhase::Stopped);
}

void Worker::load() {
    if (const auto loaded = m_parts.outbox.load(); !loaded) {
        note_error(loaded.error().text());
    }
    auto record = m_parts.run.journal.load();
    if (!record) {
        note_error(record.error().text());
        return;
    }
    if (!*record) {
        return;
    }
    if (m_parts.outbox.contains((*record)->job.job_id)) {
        if (const auto removed = m_parts.run.journal.remove(); !removed) {
            note_error(removed.error().text());
        }
        return;
    }
    m_leftover = std::move(*record);
    ++m_leftover->starts;
    m_lease = m_leftover->lease;
}

void Worker::set_options(WorkerOptions options) {
    const bool other_sync = options.sync_interval != m_options.sync_interval;
    const bool other_progress = options.progress_interval != m_options.progress_interval;
    const bool other_abilities = options.run.capabilities != m_options.run.capabilities;
    m_options = std::move(options);
    if (other_sync && m_loop_timer != nullptr) {
        if (!m_lease) {
            ask_after(m_options.sync_interval);
        } else {
            keep_alive_after(m_options.sync_interval);
        }
    }
    if (other_progress && m_progress_timer != nullptr) {
        m_progress_timer.reset();
        report_progress();
    }
    if (other_abilities && m_announced) { // else the answer to the first announcement finds them
        tell_abilities();
    }
}

void Worker::tell_abilities() {
    const auto told = m_options.run.capabilities;
    m_parts.source.announce(told, m_guard.wrap([this, told](const base::Status& answer) {
        if (!answer) {
            note_error(answer.error().text());
            m_announce_timer = m_parts.run.timers.after(m_announce_backoff.next(), [this] { tell_abilities(); });
            return;
        }
        m_announce_backoff.reset();
        tell_if_other(told);
    }));
}

void Worker::tell_if_other(const jobs::Capabilities& told) {
    if (told != m_options.run.capabilities) {
        tell_abilities();
    }
}

void Worker::announce() {
    if (!m_lease) {
        show(WorkerPhase::Connecting);
    }
    const auto told = m_options.run.capabilities;
    m_parts.source.announce(told, m_guard.wrap([this, told](const base::Status& answer) {
        if (!answer) {
            failed(answer.error());
            m_announce_timer = m_parts.run.timers.after(m_announce_backoff.next(), [this] { announce(); });
            return;
        }
        m_announced = true;
        reached();
        m_logger.info("known to where jobs come from");
        tell_if_other(told);
        if (!m_lease) {
            ask();
        } else {
            keep_alive();
        }
    }));
}

void Worker::go_on() {
    if (!m_leftover) {
        return;
    }
    m_logger.with("job", m_lease->job_id)
        .info("going on with the job of an earlier run",
              {{"phase", m_leftover->phase == JobRecord::Phase::Commit ? "commit" : "transcode"},
               {"starts", std::to_string(m_leftover->starts)}});
    // Stopped commits of other jobs first: they may concern the same destination.
    auto ready = std::make_shared<base::Status>();
    m_task = m_parts.run.background.run(
        [ready, &storage = m_parts.run.storage, id = m_lease->job_id] { *ready = storage.make_ready(id); },
        [this, ready] {
            m_task.reset();
            if (!*ready) {
                note_error(ready->error().text());
            }
            run(*std::exchange(m_leftover, std::nullopt));
        });
}

void Worker::ask_after(base::Duration delay) {
    m_loop_timer = m_parts.run.timers.after(delay, [this] { ask(); });
}

void Worker::told_of_work() {
    if (m_announced && !m_lease && m_loop_timer != nullptr) { // else it asks already
        ask();
    }
}

void Worker::ask() {
    m_loop_timer.reset();
    auto ready = std::make_shared<base::Status>();
    m_task = m_parts.run.background.run([ready, &storage = m_parts.run.storage] { *ready = storage.make_ready(""); },
                                        [this, ready] {
                                            m_task.reset();
                                            const auto reason = *ready ? std::string{} : ready->error().text();
                                            if (!reason.empty() && reason != m_not_ready) {
                                                m_logger.warning("no jobs are accepted for now", {{"reason", reason}});
                                            }
                                            m_not_ready = reason;
                                            // Before a new job is asked for, the source must know how the last one
                                            // ended: else it sees a worker without a job that it believes to be running
                                            // there.
                                            if (m_parts.outbox.empty()) {
                                                take();
                                            } else {
                                                m_parts.outbox.flush(m_guard.wrap([this] { take(); }));
                                            }
                                        });
}

void Worker::take() {
    m_parts.source.take(heartbeat(),
                        m_guard.wrap([this](base::Result<sources::Taken> answer) { taken(std::move(answer)); }));
}

void Worker::taken(base::Result<sources::Taken> answer) {
    if (!answer) {
        failed(answer.error());
        if (m_announced) {
            show_idle();
        }
        ask_after(m_backoff.next());
        return;
    }
    reached();
    if (auto* assigned = std::get_if<sources::Assignment>(&*answer)) {
        if (m_parts.outbox.contains(assigned->job.job_id)) {
            m_logger.with("job", assigned->job.job_id)
                .warning("assigned again before its outcome was delivered; not done again");
            ask_after(m_options.sync_interval);
            return;
        }
        m_lease = assigned->lease;
        m_logger.with("job", m_lease->job_id)
            .info("job assigned", {{"input", jobs::shown_url(assigned->job.input.source_url)}});
        JobRecord record;
        record.job = std::move(assigned->job);
        record.lease = *m_lease;
        record.started_at = m_parts.run.clock.wall();
        run(std::move(record));
        keep_alive_after(m_options.sync_interval);
    } else if (const auto* refused = std::get_if<sources::JobOutcome>(&*answer)) {
        m_lease = refused->lease;
        keep_alive_after(m_options.sync_interval);
        note_refused(*refused);
        store(*refused);
    } else {
        show_idle();
        ask_after(m_options.sync_interval);
    }
}

sources::Heartbeat Worker::heartbeat() {
    sources::Heartbeat heartbeat;
    heartbeat.load = m_parts.run.host.load();
    heartbeat.why_not_accepting = m_pause ? sentence_for_source(*m_pause) : m_not_ready;
    heartbeat.accepts_jobs = heartbeat.why_not_accepting.empty();
    return heartbeat;
}

void Worker::show_idle() {
    if (m_pause) {
        show(WorkerPhase::Paused, sentence(*m_pause));
    } else {
        show(m_not_ready.empty() ? WorkerPhase::Idle : WorkerPhase::NotReady, m_not_ready);
    }
}

void Worker::show(WorkerPhase phase, std::string reason) {
    auto state = m_feed.current();
    if (state.phase != phase || state.since == base::WallTime{}) {
        state.since = m_parts.run.clock.wall();
    }
    state.phase = phase;
    state.reason = std::move(reason);
    m_feed.publish(std::move(state), StateChange::State);
}

void Worker::reached() {
    m_announce_backoff.reset();
    m_backoff.reset();
    auto state = m_feed.current();
    if (!state.orchestrator_reachable) {
        m_logger.info("where jobs come from answers");
    }
    state.orchestrator_reachable = true;
    m_feed.publish(std::move(state), StateChange::State);
}

void Worker::failed(const base::Error& error) {
    const bool away = error.code == base::ErrorCode::Unavailable || error.code == base::ErrorCode::Timeout;
    auto state = m_feed.current();
    const bool news = state.last_error != error.text() || state.orchestrator_reachable;
    state.orchestrator_reachable = state.orchestrator_reachable && !away;
    m_feed.publish(std::move(state), StateChange::State);
    if (news) {
        note_error(error.text());
    }
}

void Worker::note_error(const std::string& text) {
    m_logger.warning(text);
    auto state = m_feed.current();
    state.last_error = text;
    state.last_error_at = m_parts.run.clock.wall();
    m_feed.publish(std::move(state), StateChange::State);
}

} // namespace framehand::worker
