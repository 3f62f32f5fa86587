// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/command_line.h"
#include "app/framehandd/daemon.h"
#include "app/framehandd/service_report.h"
#include "app/framehandd/services.h"
#include "core/settings/log_setup.h"
#include "core/settings/settings_loader.h"
#include "platform/linux/linux_host_stats.h"
#include "platform/linux/linux_peer_identity.h"
#include "platform/linux/linux_process_hooks.h"
#include "platform/linux/linux_senses.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/prompt_thread.h"
#include "platform/linux/systemd_supervisor.h"
#include "platform/linux/terminal.h"
#include "platform/linux/termination_signals.h"
#include "platform/qt/qt_background.h"
#include "platform/qt/qt_child_process_launcher.h"
#include "platform/qt/qt_http_client.h"
#include "platform/qt/qt_timers.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <iostream>

namespace {

using namespace framehand;
using daemon::ExitCode;

ExitCode refuse(const base::Error& error) {
    std::cerr << "framehandd: " << error.text() << std::endl;
    return error.code == base::ErrorCode::InvalidArgument ? ExitCode::Usage : ExitCode::Failed;
}

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
    auto sink = settings::make_log_sink(loaded->settings, kind, std::cout);
    if (!sink) {
        report.failed(sink.error());
        return refuse(sink.error());
    }
    const base::Logger logger(*sink, clock, loaded->settings.log_level);
    for (const auto& warning : loaded->warnings) {
        logger.warning(warning);
    }

    platform::QtBackground background;
    platform::PosixFileSystem files;
    platform::QtChildProcessLauncher children(std::make_shared<platform::LinuxProcessHooks>());
    platform::QtHttpClient http;
    platform::LinuxHostStats host;
    const platform::LinuxPeerIdentity identity;
    platform::LinuxSenses senses(desktop, clock, logger);
    const daemon::Services services{clock,
                                    timers,
                                    background,
                                    files,
                                    children,
                                    http,
                                    host,
                                    {senses.presence.input, senses.presence.x11, senses.game, senses.presence.input,
                                     senses.programs, senses.other_load, senses.power, senses.network,
                                     senses.temperature, senses.sleep, senses.local_time},
                                    identity,
                                    [] { return QRandomGenerator::global()->generateDouble(); },
                                    QCoreApplication::applicationDirPath().toStdString(),
                                    runtime_dir};
    // Somebody who wants their machine back is not to wait for those who use it up.
    platform::answer_promptly();
    const platform::TerminationSignals signals([&logger, &report] {
        logger.info("stopping");
        report.stopping();
        QCoreApplication::quit();
    });
    const auto mode = daemon::settled(arguments.mode, *loaded);
    daemon::Daemon daemon(mode, services, std::move(*loaded), arguments.api_socket, logger);
    daemon.on_worker = [&report](const worker::WorkerState& now) { report.does(daemon::activity_line(now)); };
    if (const auto started = daemon.start(); !started) {
        report.failed(started.error());
        logger.error("cannot start", {{"error", started.error().text()}});
        return refuse(started.error());
    }
    if (mode == daemon::Mode::Orchestrator) {
        report.does("waiting for jobs and workers");
    }
    report.started();
    QCoreApplication::exec();
    daemon.stop();
    logger.info("stopped");
    return ExitCode::Ok;
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
