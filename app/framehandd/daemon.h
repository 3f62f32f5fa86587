// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/command_line.h"
#include "app/framehandd/doctor_part.h"
#include "app/framehandd/job_methods.h"
#include "app/framehandd/local_api.h"
#include "app/framehandd/services.h"
#include "app/framehandd/source_tests.h"
#include "app/framehandd/transcoder_planner.h"
#include "app/framehandd/usage_meter.h"
#include "app/framehandd/worker_part.h"
#include "core/base/log.h"
#include "core/base/secret.h"
#include "core/orchestrator/orchestrator.h"
#include "core/settings/access_token.h"
#include "core/settings/settings_editor.h"
#include "core/sources/bearer_http_client.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

class QLockFile;

namespace framehand::daemon {

/// The parts of one framehandd, built and connected as its mode asks. Main thread, which runs a Qt event loop.
class Daemon {
public:
    /// `services` must outlive it. `loaded` is what `request` gave, now or before a change that could not start.
    Daemon(Mode mode, const Services& services, settings::LoadRequest request, settings::LoadedSettings loaded,
           std::optional<std::filesystem::path> api_socket, base::Logger logger);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    /// InvalidArgument for settings with which it can never start; anything else may pass with time.
    [[nodiscard]] base::Status start();
    /// Keeps unfinished work for the next start.
    void stop();

    /// As the person's own pause by the local API; nothing without a worker. After start().
    void pause_work();
    void resume_work();

    /// After each change of what the worker does; set before start(). May be empty.
    std::function<void(const worker::WorkerState&)> on_worker;

    /// Somebody wants a daemon with these settings in place of this one, which goes on until it is stopped. An error
    /// is told to who asked. Must not stop it from inside. May be empty.
    std::function<base::Status(settings::LoadedSettings loaded)> on_restart;

    /// Why the settings on the disk are not those in force, for all who watch; before start().
    void set_settings_problem(std::string problem) { m_settings_problem = std::move(problem); }

private:
    [[nodiscard]] base::Status check_settings(const settings::Settings& settings) const;
    [[nodiscard]] base::Status take_data_dir();
    [[nodiscard]] base::Status start_orchestrator(const std::optional<base::Secret>& token);
    [[nodiscard]] base::Status start_api();
    void add_job_methods();
    void measure_usage();
    void worker_changed(const worker::WorkerState& state, worker::StateChange change);
    void add_control();
    void add_sources();
    void apply_settings();
    [[nodiscard]] base::Status restart() const;
    void measure(const api::Reply& reply);
    [[nodiscard]] base::Json state() const;
    void log_start() const;

    [[nodiscard]] bool works() const { return m_mode != Mode::Orchestrator; }

    [[nodiscard]] bool orchestrates() const { return m_mode != Mode::Worker; }

    const Mode m_mode;
    const Services& m_services;
    const std::filesystem::path m_home;
    const std::string m_runtime_dir;
    const settings::Environment m_environment;
    settings::SettingsEditor m_editor;
    settings::Settings m_settings; ///< of m_editor; in Mode::All with the own orchestrator's URL
    std::string m_settings_problem;
    const std::optional<std::filesystem::path> m_api_socket;
    base::Logger m_logger;
    settings::TokenOrigin m_token_origin = settings::TokenOrigin::None; ///< at the next start
    std::unique_ptr<QLockFile> m_lock;
    std::filesystem::path m_transcoder;
    std::unique_ptr<CapabilityKeeper> m_capabilities;
    std::unique_ptr<DoctorPart> m_doctor;
    std::unique_ptr<sources::BearerHttpClient> m_http; ///< to the orchestrator
    std::unique_ptr<TranscoderPlanner> m_planner;
    std::unique_ptr<orchestrator::Orchestrator> m_orchestrator;
    std::unique_ptr<JobMethods> m_job_methods;
    std::unique_ptr<SourceTests> m_source_tests;
    std::unique_ptr<LocalApi> m_api;
    std::unique_ptr<WorkerPart> m_worker;
    std::unique_ptr<UsageMeter> m_usage; ///< of m_worker's jobs
};

} // namespace framehand::daemon
