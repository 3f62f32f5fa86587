// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/job_run.h"

#include "core/jobs/shown_url.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

namespace {

/// Where the result is, or would be, for the history.
std::string output_of(const JobRecord& record) {
    if (record.job.file) {
        return record.job.file->path;
    }
    const auto layout = jobs::make_layout(record.job, record.package_id);
    return layout ? record.job.destination + layout->destination : std::string();
}

} // namespace

JobRun::JobRun(JobRunParts parts, JobRunOptions options, JobRecord record, Callbacks callbacks)
    : m_parts(std::move(parts)), m_options(std::move(options)), m_logger(m_parts.logger.with("job", record.job.job_id)),
      m_record(std::move(record)), m_callbacks(std::move(callbacks)), m_backoff(m_parts.random),
      m_restart_backoff(m_parts.random) {
}

JobRun::~JobRun() {
    m_cancel.cancel();
}

void JobRun::start() {
    if (!m_paused) {
        m_works_since = m_parts.clock.steady();
    }
    if (m_record.package_id.empty()) {
        m_record.package_id = new_package_id();
    }
    if (const auto saved = m_parts.journal.save(m_record); !saved) {
        m_failure = saved.error().wrapped("the job cannot be recorded on the local disk");
        auto failed = outcome();
        failed.error_message = m_failure->text();
        finish_soon(std::move(failed));
        return;
    }
    go(m_record.phase == JobRecord::Phase::Commit ? &JobRun::commit : &JobRun::prepare);
}

void JobRun::go(Step step) {
    if (!m_paused) {
        (this->*step)();
        return;
    }
    m_held = step;
    m_callbacks.on_phase(WorkerPhase::Paused);
}

void JobRun::pause() {
    if (m_paused || m_cancelled) {
        return;
    }
    m_paused = true;
    if (m_works_since) {
        m_worked += m_parts.clock.steady() - *std::exchange(m_works_since, std::nullopt);
    }
    if (m_transcoder == nullptr) {
        return; // the next step will not begin
    }
    m_transcoder->pause();
    m_release = std::make_unique<ReleaseWatch>(m_parts.timers, m_parts.clock, m_parts.host, m_options.release,
                                               [this](const std::string& why) { release(why); });
    m_callbacks.on_phase(WorkerPhase::Paused);
}

void JobRun::resume() {
    if (!m_paused) {
        return;
    }
    m_paused = false;
    m_works_since = m_parts.clock.steady();
    m_release.reset();
    if (m_transcoder != nullptr) {
        m_transcoder->resume();
        m_callbacks.on_phase(WorkerPhase::Transcoding);
    } else if (const auto step = std::exchange(m_held, nullptr)) {
        (this->*step)();
    }
}

void JobRun::release(const std::string& why) {
    m_logger.info("the paused transcoder is ended; it will go on with what it has finished", {{"reason", why}});
    m_release.reset();
    m_transcoder.reset();
    m_ranges.reset();
    m_held = &JobRun::prepare;
    m_callbacks.on_released(why);
}

void JobRun::cancel() {
    if (m_cancelled) {
        return;
    }
    m_cancelled = true;
    m_held = nullptr;
    m_release.reset();
    m_cancel.cancel();
    if (m_task == nullptr) {
        m_transcoder.reset();
        m_ranges.reset();
        finish_soon(std::nullopt);
    }
}

void JobRun::prepare() {
    m_callbacks.on_phase(WorkerPhase::Preparing);
    auto result = std::make_shared<base::Result<PreparedJob>>();
    m_task = m_parts.background.run([result, &storage = m_parts.storage, job = m_record.job, id = m_record.package_id,
                                     cancel = m_cancel.token()] { *result = storage.prepare(job, id, cancel); },
                                    [this, result] {
                                        m_task.reset();
                                        if (m_cancelled) {
                                            finish(std::nullopt);
                                        } else if (!*result) {
                                            fail(sources::FailedStep::Input, result->error());
                                        } else {
                                            m_prepared = std::move(**result);
                                            m_record.input_bytes = m_prepared->input_bytes;
                                            go(&JobRun::transcode);
                                        }
                                    });
}

void JobRun::transcode() {
    m_callbacks.on_phase(WorkerPhase::Transcoding);
    jobs::TranscodeSpec spec;
    spec.job = m_record.job;
    spec.input_path = m_prepared->input.string();
    if (m_prepared->ranges != nullptr) {
        spec.input_path = m_prepared->ranges->name();
        auto server = ranges::RangeServer::start(m_parts.streams, std::move(m_prepared->ranges), m_logger);
        if (!server) {
            fail(sources::FailedStep::Input, server.error());
            return;
        }
        m_ranges = std::move(*server);
        spec.input_ranges = m_ranges->address();
    }
    spec.package_dir = m_prepared->package_dir.string();
    spec.layout = m_prepared->layout;
    spec.capabilities = m_options.capabilities;
    spec.threads = m_options.threads;
    spec.preview = jobs::Preview::Newest;
    TranscoderProcess::Callbacks callbacks;
    callbacks.on_planned = [this](const base::Json& plan) {
        m_logger.debug("planned", {{"plan", base::dump_json(plan)}});
    };
    callbacks.on_progress = [this](const jobs::TranscodeProgress& progress) {
        m_percent = progress.percent;
        m_callbacks.on_progress(progress);
    };
    callbacks.on_preview = [this](jobs::TranscodePreview preview) { m_callbacks.on_preview(std::move(preview)); };
    callbacks.on_end = [this](base::Result<jobs::PackageManifest> result) { transcoded(std::move(result)); };
    m_transcoder = std::make_unique<TranscoderProcess>(m_parts.launcher, m_parts.timers, m_parts.clock,
                                                       m_options.transcoder, m_logger, std::move(callbacks));
    m_percent = 0;
    m_transcoder->start(spec);
}

void JobRun::transcoded(base::Result<jobs::PackageManifest> result) {
    const auto fall = m_transcoder->fall();
    m_release.reset();
    m_transcoder.reset();
    m_ranges.reset();
    if (fall != TranscoderProcess::Fall::None &&
        m_paused) { // a system that is short of memory takes it from those who do nothing
        release(result.error().text());
        return;
    }
    if (!result) {
        if (fall == TranscoderProcess::Fall::None || !starts_again(result.error(), fall)) {
            fail(sources::FailedStep::Transcode, result.error());
        }
        return;
    }
    for (const auto& note : result->notes) {
        m_logger.info(note);
    }
    m_record.phase = JobRecord::Phase::Commit;
    m_record.manifest = std::move(*result);
    if (const auto saved = m_parts.journal.save(m_record); !saved) {
        fail(sources::FailedStep::Transcode, saved.error().wrapped("the job cannot be recorded on the local disk"));
        return;
    }
    go(&JobRun::commit);
}

bool JobRun::starts_again(const base::Error& crash, TranscoderProcess::Fall fall) {
    const bool further = m_percent > m_furthest_crash;
    m_furthest_crash = std::max(m_furthest_crash, m_percent);
    m_crashes_in_place = further ? 1 : m_crashes_in_place + 1;
    const bool at_the_start = m_furthest_crash <= 0 && fall == TranscoderProcess::Fall::Own;
    if (at_the_start || m_crashes_in_place >= kCrashesInPlace) {
        return false;
    }
    if (further) {
        m_restart_backoff.reset();
    }
    m_logger.warning("the transcoder fell; it starts again on what it has finished",
                     {{"error", crash.text()}, {"percent", std::to_string(static_cast<int>(m_percent))}});
    m_timer = m_parts.timers.after(m_restart_backoff.next(), [this] { go(&JobRun::prepare); });
    return true;
}

void JobRun::commit() {
    m_callbacks.on_phase(WorkerPhase::Committing);
    auto result = std::make_shared<base::Result<CommittedJob>>();
    m_task = m_parts.background.run(
        [result, &storage = m_parts.storage, &record = m_record, cancel = m_cancel.token()] {
            *result = storage.commit(record.job, *record.manifest, cancel);
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
        done.output_bytes = m_record.manifest->total_bytes();
        done.media_sec = m_record.manifest->duration_sec;
        done.notes = m_record.manifest->notes;
        finish(std::move(done));
        return;
    }
    if (!waits_for_share(result.error(), &JobRun::commit)) {
        fail(sources::FailedStep::Publish, result.error());
    }
}

bool JobRun::waits_for_share(const base::Error& error, Step step) {
    const auto now = m_parts.clock.steady();
    const bool away = error.code == base::ErrorCode::Unavailable || error.code == base::ErrorCode::Timeout;
    const auto since = m_share_away_since.value_or(now);
    if (!away || now - since >= m_options.share_patience) {
        return false;
    }
    m_share_away_since = since;
    m_logger.warning("the result cannot be published yet; the job tries again", {{"error", error.text()}});
    m_timer = m_parts.timers.after(m_backoff.next(), [this, step] { (this->*step)(); });
    return true;
}

void JobRun::fail(sources::FailedStep step, const base::Error& error) {
    m_failure = error;
    auto failed = outcome();
    failed.error_message = error.text();
    failed.failed_step = step;
    // What is wrong with the job itself is so again.
    if (error.code == base::ErrorCode::InvalidArgument || error.code == base::ErrorCode::Unsupported) {
        failed.retry = sources::Retry::Useless;
    }
    finish(std::move(failed));
}

EndedJob JobRun::ended(const std::optional<sources::JobOutcome>& outcome, EndedJob::State without_outcome) const {
    EndedJob ended;
    ended.job_id = m_record.job.job_id;
    ended.attempt = m_record.lease.attempt;
    ended.started_at = m_record.started_at;
    ended.ended_at = m_parts.clock.wall();
    ended.state = without_outcome;
    if (outcome) {
        ended.state = outcome->completed() ? EndedJob::State::Completed : EndedJob::State::Failed;
        ended.manifest_url = outcome->manifest_url.value_or(std::string());
        ended.error = m_failure;
    }
    ended.input = jobs::shown_url(m_record.job.input.source_url);
    ended.output = output_of(m_record);
    if (m_record.starts == 1) {
        ended.duration = m_worked + (m_works_since ? m_parts.clock.steady() - *m_works_since : base::Duration{0});
    } else { // what earlier runs of the program did is not known
        ended.counted = EndedJob::Counted::Wall;
        ended.duration = std::max(base::Duration{0}, ended.ended_at - m_record.started_at);
    }
    ended.input_bytes = m_record.input_bytes;
    if (m_record.manifest) {
        ended.output_bytes = m_record.manifest->total_bytes();
        for (const auto& rendition : m_record.manifest->renditions) {
            ended.rungs.push_back(rendition.name);
        }
        if (ended.duration > base::Duration{0}) {
            ended.speed = m_record.manifest->duration_sec * 1000 / static_cast<double>(ended.duration.count());
        }
    } else {
        for (const auto& output : m_record.job.outputs) {
            ended.rungs.push_back(output.resolution);
        }
    }
    return ended;
}

std::optional<std::int64_t> JobRun::transcoder_id() const {
    return m_transcoder == nullptr ? std::nullopt : m_transcoder->process_id();
}

sources::JobOutcome JobRun::outcome() const {
    sources::JobOutcome outcome;
    outcome.lease = m_record.lease;
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
