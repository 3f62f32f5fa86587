// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/daemon_program.h"
#include "app/framehand/desktop_app.h"
#include "app/framehand/options.h"
#include "app/framehand/single_instance.h"
#include "core/api/socket_path.h"
#include "core/settings/settings_loader.h"
#include "platform/linux/desktop_notifications.h"
#include "platform/linux/desktop_tray_host.h"
#include "platform/linux/mounted_network_folders.h"
#include "platform/linux/portal_color_scheme.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/proc_programs.h"
#include "platform/linux/session_presence.h"
#include "platform/linux/systemd_service.h"
#include "platform/linux/termination_signals.h"
#include "platform/linux/xdg_autostart.h"
#include "platform/qt/keychain_store.h"
#include "platform/qt/qt_background.h"
#include "platform/qt/qt_timers.h"
#include "ui/language.h"
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

/// Its mode follows the settings, as that of a daemon that this app starts.
std::vector<std::string> service_arguments(const settings::LoadRequest& request) {
    std::vector<std::string> arguments{"auto"};
    if (request.config_path) {
        arguments.insert(arguments.end(), {"--config", settings::config_path(request).string()});
    }
    return arguments;
}

/// Of the program that starts at login: this one, as it was started now.
platform::XdgAutostart::Entry login_entry(const settings::LoadRequest& request, const desktop::Options& options) {
    const auto image = request.environment.find("APPIMAGE");
    const bool in_image = image != request.environment.end() && !image->second.empty();
    std::vector<std::string> command{in_image ? image->second : QCoreApplication::applicationFilePath().toStdString()};
    command.emplace_back("--hidden");
    if (options.config_path) {
        command.insert(command.end(), {"--config", (request.dirs.current / *options.config_path).string()});
    }
    if (options.api_socket) {
        command.insert(command.end(), {"--api-socket", (request.dirs.current / *options.api_socket).string()});
    }
    return {"framehand", "Framehand", "Transcodes videos while nobody needs this PC", std::move(command)};
}

int run(const desktop::Options& options) {
    auto request = settings::load_request_of_this_process();
    request.config_path = options.config_path;
    const auto socket = options.api_socket.value_or(
        api::default_socket_path(request.environment["XDG_RUNTIME_DIR"], data_dir(request)));

    desktop::SingleInstance instance;
    const auto claimed = instance.claim((request.dirs.current / socket).parent_path());
    if (!claimed) {
        std::cerr << "framehand: " << claimed.error().text() << std::endl;
        return 1;
    }
    if (*claimed == desktop::SingleInstance::Outcome::Raised) {
        return 0;
    }

    platform::QtTimers timers;
    const base::SystemClock clock;
    const platform::DesktopEnvironment environment{
        request.environment["DISPLAY"], request.environment["WAYLAND_DISPLAY"], request.environment["XDG_RUNTIME_DIR"],
        request.environment["DBUS_SESSION_BUS_ADDRESS"]};
    platform::DesktopNotifications notifications(platform::session_bus(environment), "framehand", {});
    platform::SessionPresence presence(environment, clock);
    platform::DesktopTrayHost tray_host(platform::session_bus(environment), environment.display, timers);
    const std::filesystem::path program_dir = QCoreApplication::applicationDirPath().toStdString();
    const auto config_dir = request.dirs.config_file.parent_path();
    ui::AppSettings app_settings(config_dir / "desktop.conf");
    ui::Language language;
    language.install(app_settings.language());
    platform::PortalColorScheme colours(platform::session_bus(environment));
    ui::Theme theme(colours, app_settings.appearance());
    platform::QtBackground background;
    platform::PosixFileSystem files;
    platform::SystemdService service(
        platform::service_program(program_dir, request.environment, service_arguments(request)),
        platform::SystemdService::places(config_dir), files);
    platform::XdgAutostart login(config_dir.parent_path(), login_entry(request, options));
    const platform::MountedNetworkFolders network_folders;
    const platform::ProcPrograms programs;
    platform::KeychainStore secrets;
    desktop::DesktopApp app({timers, notifications, presence.input, presence.x11, clock, tray_host, background, service,
                             network_folders, login, programs, secrets, app_settings, theme, socket,
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
