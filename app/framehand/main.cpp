// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/daemon_program.h"
#include "app/framehand/desktop_app.h"
#include "app/framehand/machine.h"
#include "app/framehand/options.h"
#include "app/framehand/single_instance.h"
#include "core/api/socket_path.h"
#include "core/settings/settings_loader.h"
#include "platform/qt/keychain_store.h"
#include "platform/qt/qt_background.h"
#include "platform/qt/qt_timers.h"
#include "ui/language.h"
#include "ui/state_icon.h"

#include <QApplication>
#include <QMessageBox>

#include <algorithm>
#include <iostream>
#include <string>

namespace {

using namespace framehand;

/// Wrong settings are shown in the window, so until then the defaults must do.
std::filesystem::path data_dir(const settings::LoadRequest& request) {
    const auto loaded = settings::load(request);
    return loaded ? loaded->settings.data_dir : request.dirs.data_dir;
}

/// Whether a failure is shown in a window, too. Not at login, for which nobody has asked, and not where somebody reads
/// standard error: a terminal gets its prompt back, and a test or a script has nobody to press OK.
bool shows_failures(desktop::FirstWindow first_window) {
    return first_window == desktop::FirstWindow::Shown && desktop::only_windows_are_seen();
}

/// Waits for the person. Needs a QApplication.
void show_failure(const std::string& words) {
    if (QGuiApplication::platformName() != QStringLiteral("offscreen")) {
        QMessageBox::critical(nullptr, QStringLiteral("Framehand"), QString::fromStdString(words));
    }
}

int run(const desktop::Options& options, const base::Clock& clock, ports::Timers& timers, desktop::Machine& machine) {
    auto request = machine.load_request();
    request.config_path = options.config_path;
    const auto socket =
        options.api_socket.value_or(api::default_socket_path(request.dirs.runtime_dir, data_dir(request)));

    desktop::SingleInstance instance;
    const auto claimed = instance.claim((request.dirs.current / socket).parent_path());
    if (!claimed) {
        std::cerr << "framehand: " << claimed.error().text() << std::endl;
        if (shows_failures(options.first_window)) {
            show_failure(claimed.error().text());
        }
        return 1;
    }
    if (*claimed == desktop::SingleInstance::Outcome::Raised) {
        return 0;
    }

    const auto ports = machine.connect(request, options);
    const std::filesystem::path program_dir = QCoreApplication::applicationDirPath().toStdString();
    ui::AppSettings app_settings(request.dirs.config_file.parent_path() / "desktop.conf");
    ui::Language language;
    language.install(app_settings.language());
    ui::Theme theme(ports.colours, app_settings.appearance());
    platform::QtBackground background;
    platform::KeychainStore secrets;
    desktop::DesktopApp app({timers,
                             ports.notifications,
                             ports.input,
                             ports.screen,
                             clock,
                             ports.tray_host,
                             background,
                             ports.service,
                             ports.due_service,
                             ports.network_folders,
                             ports.login_start,
                             ports.programs,
                             ports.identity,
                             secrets,
                             app_settings,
                             theme,
                             socket,
                             [&] { return desktop::daemon_program(request, options, program_dir); },
                             ports.daemon_ways,
                             [] { QCoreApplication::quit(); }});
    instance.on_raise = [&app] { app.raise(); };
    const auto until_asked = machine.when_asked_to_end([&app] { app.quit(); });
    app.start(options.first_window);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    const auto typed = desktop::typed_arguments(argc, argv);
    if (const auto done = desktop::errand_of_the_installer(typed)) {
        return *done;
    }
    const auto parsed = desktop::parse_options(typed);
    if (const auto* print = std::get_if<desktop::PrintAndExit>(&parsed)) {
        (print->status == 0 ? std::cout : std::cerr) << print->text << std::endl;
        const bool hidden = std::ranges::find(typed, "--hidden") != typed.end();
        if (print->status != 0 && shows_failures(hidden ? desktop::FirstWindow::Hidden : desktop::FirstWindow::Shown)) {
            const QApplication application(argc, argv);
            show_failure(print->text);
        }
        return print->status;
    }
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("framehand"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Framehand"));
    QGuiApplication::setDesktopFileName(QStringLiteral("framehand"));
    QGuiApplication::setQuitOnLastWindowClosed(false); // the tray stays
    const base::SystemClock clock;
    platform::QtTimers timers;
    const auto machine = desktop::make_machine(clock, timers);
    return run(std::get<desktop::Options>(parsed), clock, timers, *machine);
}
