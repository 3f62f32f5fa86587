// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/capability_keeper.h"
#include "app/framehandd/services.h"
#include "app/framehandd/source_set.h"
#include "core/base/log.h"
#include "core/policy/courtesy.h"
#include "core/settings/settings.h"
#include "core/worker/awake_keeper.h"
#include "core/worker/job_history.h"
#include "core/worker/pause_control.h"
#include "core/worker/staged_job_storage.h"
#include "core/worker/worker.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::daemon {

/// The worker of this process: builds its parts and connects them. It begins once the capabilities are known. Main
/// thread.
class WorkerPart {
public:
    /// `sources` is whom it works for, `objects` where inputs and results may be beside the share. All references must
    /// outlive it.
    WorkerPart(const Services& services, std::unique_ptr<SourceSet> sources, storage::ObjectStore objects,
               const settings::Settings& settings, CapabilityKeeper& capabilities, std::filesystem::path transcoder,
               const base::Logger& logger);
    ~WorkerPart();
    WorkerPart(const WorkerPart&) = delete;
    WorkerPart& operator=(const WorkerPart&) = delete;

    void start();
    void stop();

    /// What the person at the machine asks for.
    [[nodiscard]] worker::PauseControl& pause() { return m_pause; }

    /// What the machine itself has against work.
    [[nodiscard]] policy::Courtesy& courtesy() { return m_courtesy; }

    /// The jobs that ended here.
    [[nodiscard]] worker::JobHistory& history() { return m_history; }

    /// The newest picture of the job in hand.
    [[nodiscard]] std::optional<worker::JobPreview> preview() const;
    [[nodiscard]] std::optional<std::int64_t> transcoder_id() const;
    /// As Worker::cancel().
    [[nodiscard]] base::Status stop_job(const std::string& job_id);

    /// Takes into use what needs no restart; the rest must be as it was.
    void apply(const settings::Settings& settings);
    /// Of a newer measurement; for the next job.
    void set_capabilities(const jobs::Capabilities& capabilities);

    [[nodiscard]] worker::WorkerState state() const;
    std::function<void(const worker::WorkerState&, worker::StateChange)> on_change;

private:
    void measure();
    void begin(const jobs::Capabilities& capabilities);
    [[nodiscard]] worker::WorkerOptions options() const;
    void keep_awake();
    void apply_pause();
    void changed(const worker::WorkerState& state, worker::StateChange change);

    const Services& m_services;
    settings::Settings m_settings;
    CapabilityKeeper& m_capabilities;
    const std::filesystem::path m_transcoder;
    jobs::Capabilities m_measured; ///< what the worker was told
    base::Logger m_logger;
    worker::WorkerState m_before; ///< until the worker exists
    std::unique_ptr<SourceSet> m_sources;
    worker::StagedJobStorage m_storage;
    worker::JobJournal m_journal;
    worker::Outbox m_outbox;
    worker::JobHistory m_history;
    worker::PauseControl m_pause;
    policy::Courtesy m_courtesy;
    std::optional<worker::AwakeKeeper> m_awake; ///< none if the machine may fall asleep
    std::optional<worker::Pause> m_effective;   ///< what the worker was told
    base::CallbackGuard m_guard;
    std::unique_ptr<ports::Timer> m_retry;
    std::unique_ptr<worker::Worker> m_worker;
    worker::StateFeed::Subscription m_subscription;
};

} // namespace framehand::daemon
