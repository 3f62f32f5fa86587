// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/worker_part.h"

#include "core/worker/allowed_capabilities.h"

#include <utility>

namespace framehand::daemon {

namespace {

constexpr base::Duration kMeasureAgain{60'000};

worker::StagedJobStorageOptions storage_options(const settings::Settings& settings) {
    return {settings.nas_mount_path, settings.temp_dir, settings.min_free_bytes};
}

} // namespace

WorkerPart::WorkerPart(const Services& services, std::unique_ptr<SourceSet> sources, storage::ObjectStore objects,
                       const settings::Settings& settings, CapabilityKeeper& capabilities,
                       std::filesystem::path transcoder, const base::Logger& logger)
    : m_services(services), m_settings(settings), m_capabilities(capabilities), m_transcoder(std::move(transcoder)),
      m_logger(logger.with("worker", settings.worker_id)), m_sources(std::move(sources)),
      m_storage(services.files, storage_options(settings), std::move(objects), m_logger),
      m_journal(services.files, settings.data_dir),
      m_outbox(services.files, settings.data_dir, services.timers, services.clock, m_sources->source(),
               base::Backoff(services.random), settings.outcome_keep_time, m_logger),
      m_history(settings.data_dir, m_logger),
      m_pause(services.files, settings.data_dir, services.timers, services.background, services.clock, m_logger),
      m_courtesy({services.senses, services.timers, services.clock, services.background, services.files, m_logger},
                 m_settings) {
    keep_awake();
    m_before.since = services.clock.wall();
    m_before.reason = "finding out what this machine can do";
}

WorkerPart::~WorkerPart() {
    stop();
}

void WorkerPart::start() {
    m_history.open();
    m_pause.on_change = [this] {
        m_courtesy.set_owner_pause(m_pause.current());
        apply_pause(); // a pause after the job changes no decision yet
    };
    m_courtesy.on_change = [this] { apply_pause(); };
    m_pause.load();
    m_courtesy.start();
    m_courtesy.set_owner_pause(m_pause.current());
    apply_pause();
    measure();
}

void WorkerPart::keep_awake() {
    if (m_settings.keep_awake == settings::KeepAwake::Off) {
        m_awake.reset();
    } else if (!m_awake) {
        m_awake.emplace(m_services.senses.sleep);
        m_awake->follow(state());
    }
}

void WorkerPart::apply(const settings::Settings& settings) {
    m_settings = settings;
    m_storage.set_min_free_bytes(m_settings.min_free_bytes);
    keep_awake();
    m_courtesy.apply(m_settings);
    if (m_worker != nullptr) {
        m_worker->set_options(options());
    }
}

void WorkerPart::set_capabilities(const jobs::Capabilities& capabilities) {
    m_measured = capabilities;
    if (m_worker != nullptr) {
        m_worker->set_options(options());
    }
}

void WorkerPart::apply_pause() {
    m_effective = worker::pause_of(m_courtesy.decision(), m_courtesy.wishes(), m_effective, m_services.clock.wall());
    if (m_worker == nullptr) {
        m_before.pause.reset();
        if (m_effective) {
            m_before.pause = worker::WorkerPause{*m_effective, {}};
        }
        if (on_change) {
            on_change(m_before, worker::StateChange::State);
        }
    } else if (m_effective) {
        m_worker->pause(*m_effective);
    } else {
        m_worker->resume();
    }
}

void WorkerPart::changed(const worker::WorkerState& state, worker::StateChange change) {
    m_courtesy.set_work(state.job ? policy::Work::Job : policy::Work::None);
    if (m_awake) {
        m_awake->follow(state);
    }
    if (on_change) {
        on_change(state, change);
    }
}

void WorkerPart::stop() {
    m_guard.drop();
    m_retry.reset();
    m_pause.on_change = {};
    m_courtesy.on_change = {};
    m_pause.stop(); // before the worker, which may wait for the share
    if (m_worker != nullptr) {
        m_worker->stop();
    }
}

std::optional<worker::JobPreview> WorkerPart::preview() const {
    return m_worker == nullptr ? std::nullopt : m_worker->preview();
}

std::optional<std::int64_t> WorkerPart::transcoder_id() const {
    return m_worker == nullptr ? std::nullopt : m_worker->transcoder_id();
}

base::Status WorkerPart::stop_job(const std::string& job_id) {
    return m_worker == nullptr ? base::fail(base::ErrorCode::NotFound, "this worker has no job yet")
                               : m_worker->cancel(job_id);
}

worker::WorkerState WorkerPart::state() const {
    return m_worker == nullptr ? m_before : m_worker->state().current();
}

void WorkerPart::measure() {
    m_capabilities.get(m_guard.wrap([this](const base::Result<jobs::Capabilities>& capabilities) {
        if (capabilities) {
            begin(*capabilities);
            return;
        }
        m_logger.error("cannot find out what this machine can do", {{"error", capabilities.error().text()}});
        m_before.last_error = capabilities.error().text();
        m_before.last_error_at = m_services.clock.wall();
        if (on_change) {
            on_change(m_before, worker::StateChange::State);
        }
        m_retry = m_services.timers.after(kMeasureAgain, [this] { measure(); });
    }));
}

worker::WorkerOptions WorkerPart::options() const {
    worker::WorkerOptions options;
    options.sync_interval = m_settings.sync_interval;
    options.progress_interval = m_settings.progress_interval;
    options.run.transcoder = worker::TranscoderOptions::from(m_settings, m_transcoder);
    options.run.capabilities = worker::allowed_capabilities(m_measured, m_settings.encoders);
    options.run.threads = m_settings.threads;
    options.run.share_patience = m_settings.nas_wait_timeout;
    options.run.release = {m_settings.paused_release_after, m_settings.paused_release_memory};
    options.give_back_after = m_settings.paused_give_back_after;
    return options;
}

void WorkerPart::begin(const jobs::Capabilities& capabilities) {
    m_measured = capabilities;
    const worker::JobRunParts run{m_services.timers, m_services.clock, m_services.background, m_services.children,
                                  m_storage,         m_journal,        m_services.host,       m_services.streams,
                                  m_services.random, m_logger};
    m_worker = std::make_unique<worker::Worker>(
        worker::WorkerParts{run, m_sources->source(), m_outbox,
                            [this](const worker::EndedJob& job) { m_history.add(job); }},
        options());
    if (m_effective) {
        m_worker->pause(*m_effective);
    }
    m_subscription = m_worker->state().subscribe(
        [this](const worker::WorkerState& state, worker::StateChange change) { changed(state, change); });
    m_worker->start();
}

} // namespace framehand::daemon
