// SPDX-License-Identifier: GPL-3.0-or-later
//
// Starts a child that would live for long, pauses it if the argument is "paused", says its process id, and waits to be
// killed.
#include "platform/qt/qt_child_process_launcher.h"
#include "tests/platform/this_system.h"

#include <QCoreApplication>

#include <iostream>
#include <string_view>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    framehand::platform::QtChildProcessLauncher launcher(framehand::test::make_process_hooks());
    framehand::ports::ChildProcessRequest request;
    request.program = CHILD_PROGRAM;
    request.arguments = {"sleep"};
    request.on_exit = [](const auto&) { QCoreApplication::exit(1); };
    const auto child = launcher.start(std::move(request));
    if (argc > 1 && std::string_view(argv[1]) == "paused") {
        child->pause();
    }
    std::cout << child->process_id() << std::endl;
    return QCoreApplication::exec();
}
