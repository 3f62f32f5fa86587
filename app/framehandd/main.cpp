// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/command_line.h"
#include "app/framehandd/daemon.h"
#include "app/framehandd/log_shipping.h"
#include "app/framehandd/machine.h"
#include "app/framehandd/service_report.h"
#include "app/framehandd/services.h"
#include "core/base/log_ring.h"
#include "core/base/log_sinks.h"
#include "core/settings/settings_loader.h"
#include "platform/qt/qt_background.h"
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
ExitCode run(const daemon::Arguments& arguments, daemon::Machine& machine) {
    auto request = machine.load_request();
    request.config_path = arguments.config_path;
    request.flags = arguments.flags;
    platform::QtTimers timers;
    daemon::ServiceReport report(machine.supervisor(), timers);
    auto loaded = settings::load(request);
    if (!loaded) {
        report.failed(loaded.error());
        (void)refuse(loaded.error());
        return ExitCode::Usage;
    }

    const base::SystemClock clock;
    const auto random = [] { return QRandomGenerator::global()->generateDouble(); };
    platform::QtHttpClient http;
    daemon::LogShipping shipping(http, timers, clock, random);
    const auto ring = std::make_shared<base::LogRing>();
    const auto make_sink = [&](const settings::Settings& wanted) -> base::Result<std::shared_ptr<base::LogSink>> {
        FH_ASSIGN(auto sink, machine.make_log_sink(wanted));
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
    daemon::DiskTasks disks(background);
    const auto ports = machine.connect(logger);
    const daemon::Services services{clock,
                                    timers,
                                    background,
                                    ports.files,
                                    ports.children,
                                    http,
                                    ports.streams,
                                    ports.host,
                                    ports.processes,
                                    ports.senses,
                                    ports.identity,
                                    ports.sandbox,
                                    disks,
                                    *ring,
                                    *gate,
                                    random,
                                    QCoreApplication::applicationDirPath().toStdString()};
    bool stopping = false;
    daemon::Daemon* running = nullptr;
    const auto listening = machine.listen({[&logger, &report, &stopping] {
                                               stopping = true;
                                               logger.info("stopping");
                                               report.stopping();
                                               QCoreApplication::quit();
                                           },
                                           [&running] {
                                               if (running != nullptr) {
                                                   running->pause_work();
                                               }
                                           },
                                           [&running] {
                                               if (running != nullptr) {
                                                   running->resume_work();
                                               }
                                           }});
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
        running = &daemon;
        QCoreApplication::exec();
        running = nullptr;
        daemon.stop();
        if (stopping || !next) {
            logger.info("stopped");
            if (disks.waiting() > 0) {
                logger.warning("a share still hangs; not waiting for it");
                shipping.finish();
                std::cout.flush();
                machine.leaving(static_cast<int>(ExitCode::Ok));
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
    return daemon::run_on_machine(argc, argv, [](const std::vector<std::string>& typed, daemon::Machine& machine) {
        const auto parsed = daemon::parse_command_line(typed);
        if (const auto* print = std::get_if<daemon::PrintAndExit>(&parsed)) {
            (print->code == ExitCode::Ok ? std::cout : std::cerr) << print->text << std::endl;
            return static_cast<int>(print->code);
        }
        return static_cast<int>(run(std::get<daemon::Arguments>(parsed), machine));
    });
}
