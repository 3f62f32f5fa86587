// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/all_commands.h"
#include "app/framehandctl/command_line.h"
#include "platform/linux/linux_host_stats.h"
#include "platform/linux/linux_process_hooks.h"
#include "platform/linux/linux_sandbox.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/systemd_service.h"
#include "platform/linux/terminal.h"
#include "platform/linux/terminal_secret_input.h"
#include "platform/linux/termination_signals.h"
#include "platform/qt/qt_background.h"
#include "platform/qt/qt_child_process_launcher.h"
#include "platform/qt/qt_http_client.h"
#include "platform/qt/qt_timers.h"

#include <QCoreApplication>

#include <iostream>

namespace {

using namespace framehand;

int run(const cli::CommandLine::Parsed& parsed, cli::Console& console) {
    const base::SystemClock clock;
    platform::QtTimers timers;
    platform::PosixFileSystem files;
    platform::QtHttpClient http;
    platform::QtChildProcessLauncher children(std::make_shared<platform::LinuxProcessHooks>());
    platform::QtBackground background;
    platform::LinuxHostStats host;
    const platform::LinuxSandbox sandbox;
    base::CancelSource interrupted;
    const platform::TerminationSignals signals([&interrupted] { interrupted.cancel(); });

    const auto program_dir = QCoreApplication::applicationDirPath().toStdString();
    settings::LoadRequest request = settings::load_request_of_this_process();
    request.config_path = parsed.global.config_path;
    request.flags = parsed.global.flags;
    std::vector<std::string> daemon_arguments{"auto"};
    if (request.config_path) {
        daemon_arguments.insert(daemon_arguments.end(), {"--config", settings::config_path(request).string()});
    }
    platform::SystemdService service(
        platform::service_program(program_dir, request.environment, std::move(daemon_arguments)),
        platform::SystemdService::places(request.dirs.config_file.parent_path()), files);

    platform::TerminalSecretInput secrets;

    const cli::Services services{
        clock,      timers, files, http, children, background, host, sandbox, service, secrets, interrupted.token(),
        program_dir};
    cli::Context context(console, services, std::move(request));

    const auto outcome = parsed.command->run(context);
    if (!outcome) {
        console.error(outcome.error());
        return static_cast<int>(cli::exit_code_of(outcome.error().code));
    }
    return static_cast<int>(*outcome);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    cli::CommandLine command_line(cli::all_commands());
    const auto parsed = command_line.parse({argv + 1, argv + argc});
    cli::Console console(std::cout, std::cerr, parsed.global.mode,
                         {platform::terminal_columns(platform::StandardStream::Error),
                          platform::is_terminal(platform::StandardStream::Error)});
    if (parsed.command != nullptr) {
        return run(parsed, console);
    }
    if (parsed.exit == cli::ExitCode::Ok) {
        std::cout << parsed.text << std::endl;
    } else {
        console.error(base::fail(base::ErrorCode::InvalidArgument, parsed.text));
    }
    return static_cast<int>(parsed.exit);
}
