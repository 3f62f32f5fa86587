// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/job_run.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

JobRun::JobRun(JobRunParts parts, JobRunOptions options, JobRecord record, Callbacks callbacks)
    : m_parts(std::move(parts)), m_options(std::move(options)), m_logger(m_parts.logger.with("job", record.job.job_id)),
      m_record(std::move(record)), m_callbacks(std::move(callbacks)), m_backoff(m_parts.random) {
}

JobRun::~JobRun() {
    m_cancel.cancel();
}

void JobRun::start() {
    if (const auto saved = m_parts.journal.save(m_record); !saved) {
        finish_soon([&] {
            auto failed = outcome();
            failed.error_message = saved.error().wrapped("the job cannot be recorded on the local disk").text();
            return failed;
        }());
        return;
    }
    if (m_record.phase == JobRecord::Phase::Commit) {
        commit();
    } else {
        prepare();
    }
}

void JobRun::cancel() {
    if (m_cancelled) {
        return;
    }
    m_cancelled = true;
    m_cancel.cancel();
    if (m_task == nullptr) {
        m_transcoder.reset();
        finish_soon(std::nullopt);
    }
}

void JobRun::prepare() {
    m_callbacks.on_phase(WorkerPhase::Preparing);
    auto result = std::make_shared<base::Result<PreparedJob>>();
    m_task = m_parts.background.run([result, &storage = m_parts.storage, job = m_record.job,
                                     id = new_package_id()] { *result = storage.prepare(job, id); },
                                    [this, result] {
                                        m_task.reset();
                                        if (m_cancelled) {
                                            finish(std::nullopt);
                                        } else if (!*result) {
                                            fail(result->error());
                                        } else {
                                            transcode(**result);
                                        }
                                    });
}

void JobRun::transcode(const PreparedJob& prepared) {
    m_callbacks.on_phase(WorkerPhase::Transcoding);
    jobs::TranscodeSpec spec;
    spec.job = m_record.job;
    spec.input_path = prepared.input.string();
    spec.package_dir = prepared.package_dir.string();
    spec.layout = prepared.layout;
    spec.capabilities = m_options.capabilities;
    spec.threads = m_options.threads;
    TranscoderProcess::Callbacks callbacks;
    callbacks.on_planned = [this](const base::Json& plan) {
        m_logger.debug("planned", {{"plan", base::dump_json(plan)}});
    };
    callbacks.on_progress = m_callbacks.on_progress;
    callbacks.on_end = [this](base::Result<jobs::PackageManifest> result) { transcoded(std::move(result)); };
    m_transcoder = std::make_unique<TranscoderProcess>(m_parts.launcher, m_parts.timers, m_options.transcoder, m_logger,
                                                       std::move(callbacks));
    m_transcoder->start(spec);
}

void JobRun::transcoded(base::Result<jobs::PackageManifest> result) {
    m_transcoder.reset();
    if (!result) {
        fail(result.error());
        return;
    }
    for (const auto& note : result->notes) {
        m_logger.info(note);
    }
    m_record.phase = JobRecord::Phase::Commit;
    m_record.manifest = std::move(*result);
    if (const auto saved = m_parts.journal.save(m_record); !saved) {
        fail(saved.error().wrapped("the job cannot be recorded on the local disk"));
        return;
    }
    commit();
}

void JobRun::commit() {
    m_callbacks.on_phase(WorkerPhase::Committing);
    auto result = std::make_shared<base::Result<CommittedJob>>();
    m_task = m_parts.background.run(
        [result, &storage = m_parts.storage, &record = m_record, cancel = m_cancel.token()] {
            *result = storage.commit(record.job.job_id, *record.manifest, cancel);
        },
        [this, result] {
            m_task.reset();
            committed(std::move(*result));
        });
}

void JobRun::committed(base::Result<CommittedJob> result) {
    if (m_cancelled) {
        finish(std::nullopt);
        return;
    }
    if (result) {
        if (!result->cleanup_note.empty()) {
            m_logger.warning("the old package is not wholly removed yet", {{"error", result->cleanup_note}});
        }
        auto done = outcome();
        done.manifest_url = result->manifest_url;
        done.notes = m_record.manifest->notes;
        finish(std::move(done));
        return;
    }
    if (!waits_for_share(result.error(), &JobRun::commit)) {
        fail(result.error());
    }
}

bool JobRun::waits_for_share(const base::Error& error, void (JobRun::*step)()) {
    const auto now = m_parts.clock.steady();
    const bool away = error.code == base::ErrorCode::Unavailable || error.code == base::ErrorCode::Timeout;
    const auto since = m_share_away_since.value_or(now);
    if (!away || now - since >= m_options.share_patience) {
        return false;
    }
    m_share_away_since = since;
    m_logger.warning("the share is away; the job waits for it", {{"error", error.text()}});
    m_timer = m_parts.timers.after(m_backoff.next(), [this, step] { (this->*step)(); });
    return true;
}

void JobRun::fail(const base::Error& error) {
    auto failed = outcome();
    failed.error_message = error.text();
    finish(std::move(failed));
}

sources::JobOutcome JobRun::outcome() const {
    sources::JobOutcome outcome;
    outcome.job_id = m_record.job.job_id;
    outcome.attempt = m_record.attempt;
    outcome.total_time_ms = std::max(base::Duration{0}, m_parts.clock.wall() - m_record.started_at)
                                .count(); // the system's clock may be set
    return outcome;
}

void JobRun::finish(std::optional<sources::JobOutcome> outcome) {
    const auto on_end = std::move(m_callbacks.on_end); // may destroy this
    on_end(std::move(outcome));
}

void JobRun::finish_soon(std::optional<sources::JobOutcome> outcome) {
    m_timer = m_parts.timers.after(base::Duration{0}, [this, outcome = std::move(outcome)] { finish(outcome); });
}

std::string JobRun::new_package_id() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string id;
    for (int i = 0; i < 12; ++i) {
        id += kDigits[std::min<std::size_t>(15, static_cast<std::size_t>(m_parts.random() * 16))];
    }
    return id;
}

} // namespace framehand::worker
