// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/command_line.h"
#include "app/framehandd/daemon.h"
#include "app/framehandd/log_shipping.h"
#include "app/framehandd/service_report.h"
#include "app/framehandd/services.h"
#include "core/base/log_ring.h"
#include "core/base/log_sinks.h"
#include "core/settings/log_setup.h"
#include "core/settings/settings_loader.h"
#include "platform/linux/idle_scope_launcher.h"
#include "platform/linux/linux_host_stats.h"
#include "platform/linux/linux_peer_identity.h"
#include "platform/linux/linux_process_hooks.h"
#include "platform/linux/linux_sandbox.h"
#include "platform/linux/linux_senses.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/proc_process_meter.h"
#include "platform/linux/prompt_thread.h"
#include "platform/linux/systemd_supervisor.h"
#include "platform/linux/terminal.h"
#include "platform/linux/termination_signals.h"
#include "platform/linux/unix_streams.h"
#include "platform/qt/qt_background.h"
#include "platform/qt/qt_child_process_launcher.h"
#include "platform/qt/qt_http_client.h"
#include "platform/qt/qt_timers.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace framehand;
using daemon::ExitCode;

ExitCode refuse(const base::Error& error) {
    std::cerr << "framehandd: " << error.text() << std::endl;
    return error.code == base::ErrorCode::InvalidArgument ? ExitCode::Usage : ExitCode::Failed;
}

/// Lives through as many daemons as are asked for, one after another.
ExitCode run(const daemon::Arguments& arguments) {
    auto request = settings::load_request_of_this_process();
    request.config_path = arguments.config_path;
    request.flags = arguments.flags;
    const auto runtime_dir = request.environment["XDG_RUNTIME_DIR"];
    const platform::DesktopEnvironment desktop{request.environment["DISPLAY"], request.environment["WAYLAND_DISPLAY"],
                                               runtime_dir, request.environment["DBUS_SESSION_BUS_ADDRESS"]};
    platform::QtTimers timers;
    platform::SystemdSupervisor supervisor(request.environment, QCoreApplication::applicationPid());
    daemon::ServiceReport report(supervisor, timers);
    auto loaded = settings::load(request);
    if (!loaded) {
        report.failed(loaded.error());
        (void)refuse(loaded.error());
        return ExitCode::Usage;
    }

    const base::SystemClock clock;
    const auto kind = platform::is_terminal(platform::StandardStream::Output) ? settings::OutputKind::Terminal
                                                                              : settings::OutputKind::Service;
    const auto random = [] { return QRandomGenerator::global()->generateDouble(); };
    platform::QtHttpClient http;
    daemon::LogShipping shipping(http, timers, clock, random);
    const auto ring = std::make_shared<base::LogRing>();
    const auto make_sink = [&](const settings::Settings& wanted) -> base::Result<std::shared_ptr<base::LogSink>> {
        FH_ASSIGN(auto sink, settings::make_log_sink(wanted, kind, std::cout));
        return shipping.beside(
            std::make_shared<base::TeeSink>(std::vector<std::shared_ptr<base::LogSink>>{std::move(sink), ring}),
            wanted);
    };
    auto sink = make_sink(loaded->settings);
    if (!sink) {
        report.failed(sink.error());
        return refuse(sink.error());
    }
    const auto gate = std::make_shared<base::LogGate>(std::move(*sink), loaded->settings.log_level);
    const base::Logger logger(gate, clock, base::LogLevel::Debug);
    for (const auto& warning : loaded->warnings) {
        logger.warning(warning);
    }

    platform::QtBackground background;
    platform::PosixFileSystem files;
    platform::QtChildProcessLauncher plain_children(std::make_shared<platform::LinuxProcessHooks>());
    // The service says itself how little of the processor it wants, and keeps its children.
    platform::IdleScopeLauncher scoped_children(plain_children, platform::session_bus(desktop), logger);
    const bool is_service = platform::is_in_unit(platform::own_cgroups(), "framehandd.service");
    ports::ChildProcessLauncher& children =
        is_service ? static_cast<ports::ChildProcessLauncher&>(plain_children) : scoped_children;
    platform::UnixStreams streams(runtime_dir.empty() ? std::filesystem::temp_directory_path()
                                                      : std::filesystem::path(runtime_dir));
    platform::LinuxHostStats host;
    platform::ProcProcessMeter processes;
    const platform::LinuxPeerIdentity identity;
    const platform::LinuxSandbox sandbox;
    platform::LinuxSenses senses(desktop, clock, logger);
    daemon::DiskTasks disks(background);
    const daemon::Services services{clock,
                                    timers,
                                    background,
                                    files,
                                    children,
                                    http,
                                    streams,
                                    host,
                                    processes,
                                    {senses.presence.input, senses.presence.x11, senses.game, senses.presence.input,
                                     senses.programs, senses.other_load, senses.power, senses.network,
                                     senses.temperature, senses.sleep, senses.local_time},
                                    identity,
                                    sandbox,
                                    disks,
                                    *ring,
                                    *gate,
                                    random,
                                    QCoreApplication::applicationDirPath().toStdString(),
                                    runtime_dir};
    // Somebody who wants their machine back is not to wait for those who use it up.
    platform::answer_promptly();
    bool stopping = false;
    const platform::TerminationSignals signals([&logger, &report, &stopping] {
        stopping = true;
        logger.info("stopping");
        report.stopping();
        QCoreApplication::quit();
    });
    std::optional<settings::LoadedSettings> former; ///< that could start
    std::string problem;
    for (;;) {
        std::optional<settings::LoadedSettings> next;
        const auto mode = daemon::settled(arguments.mode, *loaded);
        daemon::Daemon daemon(mode, services, request, *loaded, arguments.api_socket, logger);
        daemon.on_worker = [&report](const worker::WorkerState& now) { report.does(daemon::activity_line(now)); };
        daemon.set_settings_problem(std::exchange(problem, {}));
        daemon.on_restart = [&](settings::LoadedSettings wanted) -> base::Status {
            if (stopping) {
                return base::fail(base::ErrorCode::Unavailable, "this framehandd is stopping");
            }
            FH_ASSIGN(auto fresh, make_sink(wanted.settings));
            gate->set_behind(std::move(fresh));
            next = std::move(wanted);
            QCoreApplication::quit();
            return {};
        };
        if (const auto started = daemon.start(); !started) {
            logger.error("cannot start", {{"error", started.error().text()}});
            if (!former) {
                report.failed(started.error());
                return refuse(started.error());
            }
            // Somebody far away may have changed the settings: better the former ones than no daemon.
            logger.warning("going on with the former settings");
            problem = started.error().text();
            loaded = *std::exchange(former, std::nullopt);
            gate->set_least(loaded->settings.log_level);
            if (auto old = make_sink(loaded->settings)) {
                gate->set_behind(std::move(*old));
            }
            continue;
        }
        if (mode == daemon::Mode::Orchestrator) {
            report.does("waiting for jobs and workers");
        }
        report.started();
        QCoreApplication::exec();
        daemon.stop();
        if (stopping || !next) {
            logger.info("stopped");
            if (disks.waiting() > 0) {
                logger.warning("a share still hangs; not waiting for it");
                shipping.finish();
                std::cout.flush();
                std::_Exit(static_cast<int>(ExitCode::Ok));
            }
            return ExitCode::Ok;
        }
        logger.info("building everything anew with the settings as they are now");
        former = std::exchange(*loaded, std::move(*next));
        gate->set_least(loaded->settings.log_level);
    }
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto parsed = daemon::parse_command_line({argv + 1, argv + argc});
    if (const auto* print = std::get_if<daemon::PrintAndExit>(&parsed)) {
        (print->code == ExitCode::Ok ? std::cout : std::cerr) << print->text << std::endl;
        return static_cast<int>(print->code);
    }
    return static_cast<int>(run(std::get<daemon::Arguments>(parsed)));
}
