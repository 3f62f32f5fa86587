// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/machine.h"
#include "platform/linux/desktop_notifications.h"
#include "platform/linux/desktop_tray_host.h"
#include "platform/linux/linux_peer_identity.h"
#include "platform/linux/mounted_network_folders.h"
#include "platform/linux/own_session.h"
#include "platform/linux/portal_color_scheme.h"
#include "platform/linux/posix_file_system.h"
#include "platform/linux/proc_programs.h"
#include "platform/linux/session_presence.h"
#include "platform/linux/systemd_service.h"
#include "platform/linux/terminal.h"
#include "platform/linux/termination_signals.h"
#include "platform/linux/xdg_autostart.h"

#include <QCoreApplication>
#include <QDBusConnection>

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace framehand::desktop {

namespace {

platform::DesktopEnvironment desktop_in(settings::Environment environment) {
    return {environment["DISPLAY"], environment["WAYLAND_DISPLAY"], environment["XDG_RUNTIME_DIR"],
            environment["DBUS_SESSION_BUS_ADDRESS"]};
}

/// Its mode follows the settings, as that of a daemon that this app starts.
std::vector<std::string> service_arguments(const settings::LoadRequest& request) {
    std::vector<std::string> arguments{"auto"};
    if (request.config_path) {
        arguments.insert(arguments.end(), {"--config", settings::config_path(request).string()});
    }
    return arguments;
}

platform::SystemdService make_service(const settings::LoadRequest& request, ports::FileSystem& files) {
    return {platform::service_program(QCoreApplication::applicationDirPath().toStdString(), request.environment,
                                      service_arguments(request)),
            platform::SystemdService::places(request.dirs.config_file.parent_path()), files};
}

/// systemd keeps what a service said last until its next start.
bool has_spoken(const ports::ServiceState& state) {
    return !state.said.empty();
}

/// Of the program that starts at login: this one, as it was started now.
platform::XdgAutostart::Entry login_entry(const settings::LoadRequest& request, const Options& options) {
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

OwnDaemon::Ways own_ways() {
    auto ways = OwnDaemon::plain_ways();
    ways.prepare = platform::lead_own_session;
    return ways;
}

/// The ports of one connect().
struct Connected {
    Connected(const settings::LoadRequest& request, const Options& options, const base::Clock& clock,
              ports::Timers& timers)
        : environment(desktop_in(request.environment)),
          notifications(platform::session_bus(environment), "framehand", {}), presence(environment, clock),
          tray_host(platform::session_bus(environment), environment.display, timers),
          colours(platform::session_bus(environment)), service(make_service(request, files)),
          unasked_service(make_service(request, files)),
          login(request.dirs.config_file.parent_path().parent_path(), login_entry(request, options)) {}

    const platform::DesktopEnvironment environment;
    platform::DesktopNotifications notifications;
    platform::SessionPresence presence;
    platform::DesktopTrayHost tray_host;
    platform::PortalColorScheme colours;
    platform::PosixFileSystem files;
    platform::SystemdService service;
    platform::SystemdService unasked_service;
    platform::XdgAutostart login;
    const platform::MountedNetworkFolders network_folders;
    const platform::ProcPrograms programs;
    const platform::LinuxPeerIdentity identity;
};

class LinuxMachine final : public Machine {
public:
    LinuxMachine(const base::Clock& clock, ports::Timers& timers) : m_clock(clock), m_timers(timers) {}

    [[nodiscard]] settings::LoadRequest load_request() const override {
        return settings::load_request_of_this_process(settings::xdg_dirs);
    }

    [[nodiscard]] Ports connect(const settings::LoadRequest& request, const Options& options) override {
        auto& have = m_connected.emplace(request, options, m_clock, m_timers);
        const DueService due{have.unasked_service, has_spoken};
        auto& presence = have.presence;
        return {have.notifications,   presence.input, presence.x11,  have.tray_host, have.colours, have.service, due,
                have.network_folders, have.login,     have.programs, have.identity,  own_ways()};
    }

    [[nodiscard]] std::shared_ptr<void> when_asked_to_end(std::function<void()> stop) override {
        return std::make_shared<platform::TerminationSignals>(std::move(stop));
    }

private:
    const base::Clock& m_clock;
    ports::Timers& m_timers;
    std::optional<Connected> m_connected;
};

} // namespace

std::vector<std::string> typed_arguments(int argc, char** argv) {
    return {argv + 1, argv + argc};
}

std::optional<int> errand_of_the_installer(const std::vector<std::string>& /*arguments*/) {
    return std::nullopt; // packages replace programs that run
}

bool only_windows_are_seen() {
    const bool screen = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    // A menu leaves it a log, or nothing; who waits for a program in a script has a pipe.
    std::error_code ignored;
    const bool read =
        platform::is_terminal(platform::StandardStream::Error) || std::filesystem::is_fifo("/proc/self/fd/2", ignored);
    return screen && !read;
}

std::unique_ptr<Machine> make_machine(const base::Clock& clock, ports::Timers& timers) {
    return std::make_unique<LinuxMachine>(clock, timers);
}

} // namespace framehand::desktop
