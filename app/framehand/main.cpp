// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/daemon_program.h"
#include "app/framehand/desktop_app.h"
#include "app/framehand/options.h"
#include "app/framehand/single_instance.h"
#include "core/api/socket_path.h"
#include "core/settings/settings_loader.h"
#include "platform/linux/desktop_notifications.h"
#include "platform/linux/session_presence.h"
#include "platform/linux/termination_signals.h"
#include "platform/qt/qt_timers.h"
#include "ui/state_icon.h"

#include <QApplication>
#include <QDBusConnection>

#include <iostream>

namespace {

using namespace framehand;

/// Wrong settings are shown in the window, so until then the defaults must do.
std::filesystem::path data_dir(const settings::LoadRequest& request) {
    const auto loaded = settings::load(request);
    return loaded ? loaded->settings.data_dir : request.dirs.data_dir;
}

int run(const desktop::Options& options) {
    auto request = settings::load_request_of_this_process();
    request.config_path = options.config_path;
    const auto socket = options.api_socket.value_or(
        api::default_socket_path(request.environment["XDG_RUNTIME_DIR"], data_dir(request)));

    desktop::SingleInstance instance;
    const auto claimed = instance.claim(std::filesystem::absolute(socket).parent_path());
    if (!claimed) {
        std::cerr << "framehand: " << claimed.error().text() << std::endl;
        return 1;
    }
    if (*claimed == desktop::SingleInstance::Outcome::Raised) {
        return 0;
    }

    platform::QtTimers timers;
    platform::DesktopNotifications notifications(QDBusConnection::sessionBus(), "framehand", {});
    const base::SystemClock clock;
    platform::SessionPresence presence({request.environment["DISPLAY"], request.environment["WAYLAND_DISPLAY"],
                                        request.environment["XDG_RUNTIME_DIR"],
                                        request.environment["DBUS_SESSION_BUS_ADDRESS"]},
                                       clock);
    const std::filesystem::path program_dir = QCoreApplication::applicationDirPath().toStdString();
    desktop::DesktopApp app({timers, notifications, presence.input, presence.x11, clock, socket,
                             [&] { return desktop::daemon_program(request, options, program_dir); },
                             [] { QCoreApplication::quit(); }});
    instance.on_raise = [&app] { app.raise(); };
    const platform::TerminationSignals signals([&app] { app.quit(); });
    app.start(options.first_window);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    const auto parsed = desktop::parse_options({argv + 1, argv + argc});
    if (const auto* print = std::get_if<desktop::PrintAndExit>(&parsed)) {
        (print->status == 0 ? std::cout : std::cerr) << print->text << std::endl;
        return print->status;
    }
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("framehand"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Framehand"));
    QGuiApplication::setDesktopFileName(QStringLiteral("framehand"));
    QGuiApplication::setQuitOnLastWindowClosed(false); // the tray stays
    return run(std::get<desktop::Options>(parsed));
}
