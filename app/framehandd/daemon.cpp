// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/daemon.h"

#include "app/framehandd/control_methods.h"
#include "app/framehandd/object_access.h"
#include "app/framehandd/secret_methods.h"
#include "app/framehandd/source_methods.h"
#include "app/framehandd/source_set.h"
#include "app/framehandd/token_methods.h"
#include "core/api/socket_path.h"
#include "core/settings/field_table.h"
#include "core/settings/own_orchestrator.h"
#include "core/settings/settings_json.h"
#include "core/worker/transcoder_locator.h"

#include <QLockFile>

#include <algorithm>
#include <utility>

namespace framehand::daemon {

Daemon::Daemon(Mode mode, const Services& services, settings::LoadRequest request, settings::LoadedSettings loaded,
               std::optional<std::filesystem::path> api_socket, base::Logger logger)
    : m_mode(mode), m_services(services), m_home(request.dirs.home), m_runtime_dir(request.dirs.runtime_dir),
      m_environment(request.environment), m_editor(std::move(request), std::move(loaded)),
      m_settings(m_editor.in_force().settings), m_api_socket(std::move(api_socket)), m_logger(std::move(logger)) {
}

Daemon::~Daemon() {
    stop();
}

base::Status Daemon::start() {
    FH_TRY(check_settings(m_settings));
    FH_TRY(take_data_dir());
    FH_ASSIGN(m_transcoder, worker::find_transcoder(m_services.program_dir, m_services.files));
    m_capabilities = std::make_unique<CapabilityKeeper>(m_services, m_transcoder, m_settings.data_dir);
    m_capabilities->on_change = [this] {
        if (m_api != nullptr) {
            m_api->publish(state(), m_capabilities->measuring() ? api::EventKind::Progress : api::EventKind::State);
        }
    };
    FH_ASSIGN(const auto token,
              settings::read_access_token(settings::access_token_place(m_environment, m_settings.data_dir)));
    m_token_origin = settings::token_origin(m_environment, m_settings.data_dir);
    if (orchestrates()) {
        FH_TRY(start_orchestrator(token));
    }
    m_http = std::make_unique<sources::BearerHttpClient>(m_services.http, m_settings.orchestrator_url, token);
    m_doctor = std::make_unique<DoctorPart>(m_services, *m_http, *m_capabilities);
    if (works()) {
        const SourceServices services{*m_http,          m_services.timers, m_services.background,
                                      m_services.clock, m_services.random, m_environment,
                                      m_logger};
        FH_ASSIGN(auto sources, SourceSet::make(services, m_settings));
        FH_ASSIGN(auto access, object_access(m_environment, m_settings));
        m_worker = std::make_unique<WorkerPart>(m_services, std::move(sources),
                                                storage::ObjectStore(std::move(access), m_services.clock), m_settings,
                                                *m_capabilities, m_transcoder, m_logger);
    }
    FH_TRY(start_api());
    log_start();
    if (m_worker != nullptr) {
        measure_usage();
        m_worker->on_change = [this](const worker::WorkerState& now, worker::StateChange change) {
            if (on_worker) {
                on_worker(now);
            }
            worker_changed(now, change);
        };
        m_worker->start();
    }
    return {};
}

void Daemon::measure_usage() {
    m_usage = std::make_unique<UsageMeter>(
        m_services.processes, m_services.timers, m_services.clock,
        UsageMeter::Subject{[this] { return m_worker->transcoder_id(); }, [this] { return m_api->watched(); }});
    m_usage->on_change = [this] { m_api->publish(state(), api::EventKind::Progress); };
}

void Daemon::worker_changed(const worker::WorkerState& now, worker::StateChange change) {
    if (now.job) {
        m_usage->begin();
    } else {
        m_usage->end();
    }
    m_api->publish(state(), change == worker::StateChange::Progress ? api::EventKind::Progress : api::EventKind::State);
}

void Daemon::stop() {
    if (m_worker != nullptr) {
        m_worker->stop();
        m_usage.reset();
        m_worker.reset();
    }
    if (m_orchestrator != nullptr) {
        m_orchestrator->stop();
    }
    m_planner.reset();
    m_orchestrator.reset();
    m_api.reset();
    m_job_methods.reset();
    m_source_tests.reset();
    m_doctor.reset();
    m_http.reset();
    m_capabilities.reset();
    m_lock.reset();
}

base::Status Daemon::check_settings(const settings::Settings& settings) const {
    const auto is_on_share = [](const std::string& source) { return source == "orchestrator" || source == "redis"; };
    if (works() && settings.nas_mount_path.empty() && std::ranges::any_of(settings.job_source, is_on_share)) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "nas_mount_path is not set: say where the share with the videos is mounted, with "
                          "--nas-mount-path DIR or \"framehandctl config set nas_mount_path DIR\"");
    }
    return {};
}

base::Status Daemon::take_data_dir() {
    FH_TRY(m_services.files.create_directories(m_settings.data_dir));
    const auto path = m_settings.data_dir / (works() ? "worker.lock" : "orchestrator.lock");
    m_lock = std::make_unique<QLockFile>(QString::fromStdString(path.string()));
    m_lock->setStaleLockTime(0); // only a dead process makes a lock stale, never age
    if (!m_lock->tryLock()) {
        const bool taken = m_lock->error() == QLockFile::LockFailedError;
        return taken
                   ? base::fail(base::ErrorCode::AlreadyExists,
                                "another framehandd runs already with the data folder " + m_settings.data_dir.string())
                   : base::fail(base::ErrorCode::PermissionDenied,
                                "the data folder is not writable: " + m_settings.data_dir.string());
    }
    return {};
}

void Daemon::pause_work() {
    if (m_worker != nullptr) {
        m_worker->pause().pause(worker::PauseWhen::Now, std::nullopt);
    }
}

void Daemon::resume_work() {
    if (m_worker != nullptr) {
        m_worker->pause().resume();
    }
}

base::Status Daemon::start_orchestrator(const std::optional<base::Secret>& token) {
    m_planner = std::make_unique<TranscoderPlanner>(m_services, *m_capabilities, m_transcoder, m_settings);
    orchestrator::OrchestratorOptions options;
    options.listen_address = m_settings.listen_address;
    options.listen_port = m_settings.listen_port;
    options.database = m_settings.data_dir / "orchestrator.db";
    options.token = token;
    options.version = version();
    options.dispatch.lease_timeout = m_settings.lease_timeout;
    options.dispatch.max_attempts = m_settings.max_attempts;
    m_orchestrator =
        std::make_unique<orchestrator::Orchestrator>(std::move(options), m_services.clock, m_logger, *m_planner);
    FH_TRY(m_orchestrator->start());
    m_settings.orchestrator_url = settings::own_orchestrator_url(m_settings.listen_address, m_orchestrator->port());
    return {};
}

base::Status Daemon::start_api() {
    LocalApiMethods methods;
    methods.capabilities = [this]() -> base::Result<base::Json> {
        const auto& known = m_capabilities->known();
        if (!known) {
            return base::fail(base::ErrorCode::Unavailable, "the capabilities of this machine are not measured yet");
        }
        return jobs::to_json(*known);
    };
    methods.settings = [this] { return settings::to_json(m_editor.in_force()); };
    const auto worker = [this]() -> base::Result<WorkerPart*> {
        if (m_worker == nullptr) {
            return base::fail(base::ErrorCode::Unsupported, "this framehandd has no worker that could be paused");
        }
        return m_worker.get();
    };
    methods.pause = [worker](worker::PauseWhen when, std::optional<base::Duration> time) -> base::Status {
        FH_ASSIGN(WorkerPart* const part, worker());
        part->pause().pause(when, time);
        return {};
    };
    methods.resume = [worker]() -> base::Status {
        FH_ASSIGN(WorkerPart* const part, worker());
        part->pause().resume();
        return {};
    };
    methods.ignore_in_use = [this, worker](std::optional<base::Duration> time) -> base::Status {
        FH_ASSIGN(WorkerPart* const part, worker());
        part->courtesy().ignore_in_use(time);
        m_api->publish(state(), api::EventKind::State);
        return {};
    };
    methods.report_presence = [this, worker](base::Duration idle,
                                             std::optional<bool> full_screen) -> base::Result<base::Duration> {
        FH_ASSIGN(WorkerPart* const part, worker());
        part->courtesy().report_presence(idle, full_screen);
        return m_settings.presence_max_age;
    };
    m_api = std::make_unique<LocalApi>(m_services, state(), std::move(methods), m_logger);
    add_job_methods();
    add_control();
    add_sources();
    auto socket = api::default_socket_path(m_runtime_dir, m_settings.data_dir);
    if (!works()) {
        // Beside a worker of the same user, which is what the desktop app looks for.
        socket.replace_filename("orchestrator.sock");
    }
    return m_api->listen(m_api_socket.value_or(socket));
}

void Daemon::add_job_methods() {
    m_job_methods = std::make_unique<JobMethods>(JobMethods::Parts{
        m_services.log, *m_http, m_settings.orchestrator_url, m_settings.nas_mount_path,
        [this] { return m_worker == nullptr ? nullptr : &m_worker->history(); },
        [this] { return m_worker == nullptr ? std::nullopt : m_worker->preview(); },
        [this] {
            const auto state = m_worker == nullptr ? worker::WorkerState{} : m_worker->state();
            return state.job ? state.job->job_id : std::string();
        },
        [this](const std::string& job_id) {
            return m_worker == nullptr
                       ? base::fail(base::ErrorCode::Unsupported, "this framehandd has no worker that could stop a job")
                       : m_worker->stop_job(job_id);
        }});
    m_job_methods->add_to(m_api->dispatcher());
}

void Daemon::add_control() {
    add_control_methods(m_api->dispatcher(),
                        {m_editor, *m_doctor, m_home, [this] { apply_settings(); }, [this] { return restart(); },
                         [this](const api::Reply& reply) { measure(reply); },
                         [this](DoctorPart::Done done) {
                             m_doctor->run(m_editor.on_disk(), m_settings,
                                           works() ? DoctorPart::Needs::Worker : DoctorPart::Needs::Orchestrator,
                                           std::move(done));
                         }});
    add_token_methods(m_api->dispatcher(), {m_environment, m_settings.data_dir, [this] {
                                                m_token_origin =
                                                    settings::token_origin(m_environment, m_settings.data_dir);
                                                m_api->publish(state(), api::EventKind::State);
                                            }});
}

void Daemon::add_sources() {
    m_source_tests = std::make_unique<SourceTests>(m_services, m_environment);
    auto settings = [this](const settings::Changes& changes) -> base::Result<settings::Settings> {
        FH_ASSIGN(auto changed, m_editor.with(changes));
        changed.data_dir = m_settings.data_dir; // where its secrets are
        if (orchestrates() && !changes.contains("orchestrator_url")) {
            changed.orchestrator_url = m_settings.orchestrator_url; // its own
        }
        return changed;
    };
    add_source_methods(m_api->dispatcher(),
                       {*m_source_tests, std::move(settings), kept_secrets(m_environment, m_settings.data_dir)});
    add_secret_methods(m_api->dispatcher(), {m_environment, m_settings.data_dir});
}

void Daemon::apply_settings() {
    settings::take_live(m_settings, m_editor.in_force().settings);
    m_services.log_gate.set_least(m_settings.log_level);
    if (m_planner != nullptr) {
        m_planner->apply(m_settings);
    }
    if (m_worker != nullptr) {
        m_worker->apply(m_settings);
    }
    m_api->publish(state(), api::EventKind::State);
}

base::Status Daemon::restart() const {
    FH_ASSIGN(auto loaded, m_editor.on_disk());
    FH_TRY(check_settings(loaded.settings));
    if (!on_restart) {
        return base::fail(base::ErrorCode::Unsupported, "this framehandd cannot be built anew");
    }
    return on_restart(std::move(loaded));
}

void Daemon::measure(const api::Reply& reply) {
    m_capabilities->measure([this, reply](const base::Result<jobs::Capabilities>& measured) {
        if (!measured) {
            reply(measured.error());
            return;
        }
        if (m_worker != nullptr) {
            m_worker->set_capabilities(*measured);
        }
        reply(jobs::to_json(*measured));
    });
}

base::Json Daemon::state() const {
    const auto& measuring = m_capabilities->measuring();
    base::Json state{{"mode", to_string(m_mode)},
                     {"version", version()},
                     {"worker_id", m_settings.worker_id},
                     {"orchestrator_url", m_settings.orchestrator_url},
                     {"nas_mount_path", m_settings.nas_mount_path.string()},
                     {"settings_problem", m_settings_problem.empty() ? base::Json() : base::Json(m_settings_problem)},
                     {"access_token", to_string(m_token_origin)},
                     {"measuring", measuring ? jobs::to_json(*measuring) : base::Json()},
                     {"worker", nullptr}};
    if (m_worker != nullptr) {
        state["worker"] = worker::to_json(m_worker->state());
        const auto& ignored = m_worker->courtesy().wishes().ignore_in_use_until;
        state["worker"]["usage"] = m_usage == nullptr ? base::Json() : m_usage->to_json();
        state["worker"]["ignore_in_use_until"] = ignored ? base::Json(base::to_rfc3339(*ignored)) : base::Json();
    }
    return state;
}

void Daemon::log_start() const {
    base::LogFields fields{{"version", std::string(version())}, {"mode", std::string(to_string(m_mode))}};
    fields.emplace_back("orchestrator_url", m_settings.orchestrator_url);
    fields.emplace_back("data_dir", m_settings.data_dir.string());
    if (works()) {
        fields.emplace_back("worker_id", m_settings.worker_id);
        fields.emplace_back("nas_mount_path", m_settings.nas_mount_path.string());
        fields.emplace_back("temp_dir", m_settings.temp_dir.string());
    }
    const auto url = m_settings.orchestrator_url;
    std::string waits = "waiting for jobs from " + addresses_of_sources(m_settings);
    if (m_mode == Mode::Orchestrator) {
        waits = "waiting for jobs and workers on " + url;
    } else if (m_mode == Mode::All) {
        waits += "; new ones are taken on " + url;
    }
    m_logger.info("started; " + waits, std::move(fields));
}

} // namespace framehand::daemon
