// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/all_commands.h"
#include "app/framehandctl/command_line.h"
#include "app/framehandctl/machine.h"
#include "platform/qt/qt_background.h"
#include "platform/qt/qt_http_client.h"
#include "platform/qt/qt_timers.h"

#include <QCoreApplication>

#include <iostream>

namespace {

using namespace framehand;

int run(const cli::CommandLine::Parsed& parsed, cli::Console& console, cli::Machine& machine) {
    const base::SystemClock clock;
    platform::QtTimers timers;
    platform::QtHttpClient http;
    platform::QtBackground background;
    base::CancelSource interrupted;
    const auto until_asked = machine.when_asked_to_end([&interrupted] { interrupted.cancel(); });

    settings::LoadRequest request = machine.load_request();
    request.config_path = parsed.global.config_path;
    request.flags = parsed.global.flags;
    const auto ports = machine.connect(request);
    const cli::Services services{clock,
                                 timers,
                                 ports.files,
                                 http,
                                 ports.children,
                                 background,
                                 ports.host,
                                 ports.sandbox,
                                 ports.identity,
                                 ports.service,
                                 ports.secrets,
                                 interrupted.token(),
                                 QCoreApplication::applicationDirPath().toStdString()};
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
    const auto machine = cli::make_machine(argc, argv);
    cli::CommandLine command_line(cli::all_commands());
    const auto parsed = command_line.parse(machine->arguments());
    cli::Console console(std::cout, std::cerr, parsed.global.mode, machine->terminal());
    if (parsed.command != nullptr) {
        return run(parsed, console, *machine);
    }
    if (parsed.exit == cli::ExitCode::Ok) {
        std::cout << parsed.text << std::endl;
    } else {
        console.error(base::fail(base::ErrorCode::InvalidArgument, parsed.text));
    }
    return static_cast<int>(parsed.exit);
}
