// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/machine.h"
#include "app/windows/load_request.h"
#include "core/base/whole_path.h"
#include "platform/windows/console.h"
#include "platform/windows/polite_quit.h"
#include "platform/windows/program_arguments.h"
#include "platform/windows/quit_programs.h"
#include "platform/windows/run_key_autostart.h"
#include "platform/windows/service_manager.h"
#include "platform/windows/service_parameters.h"
#include "platform/windows/shell_notifications.h"
#include "platform/windows/termination_signals.h"
#include "platform/windows/windows_color_scheme.h"
#include "platform/windows/windows_network_folders.h"
#include "platform/windows/windows_peer_identity.h"
#include "platform/windows/windows_presence.h"
#include "platform/windows/windows_programs.h"
#include "platform/windows/windows_service.h"
#include "platform/windows/windows_tray_host.h"

#include <QCoreApplication>
#include <QProcess>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace framehand::desktop {

namespace {

constexpr std::string_view kOwnName = "framehand.exe";
constexpr base::Duration kQuitPatience{30'000};

platform::WindowsServiceProgram service_program(const settings::LoadRequest& request) {
    const auto loaded = settings::load(request);
    return platform::windows_service_program(
        QCoreApplication::applicationDirPath().toStdString(), request.dirs.config_file,
        loaded ? loaded->settings.data_dir : request.dirs.data_dir,
        request.config_path ? std::optional(settings::config_path(request)) : std::nullopt);
}

/// Since the machine was started. The service manager alone tells one that it has not come to yet, as it starts late,
/// from one that somebody has stopped.
bool service_has_run(const ports::ServiceState& /*state*/) {
    const auto service =
        platform::open_service(SC_MANAGER_CONNECT, std::wstring(platform::kServiceName), SERVICE_QUERY_STATUS);
    if (!service) {
        return true;
    }
    const auto status = platform::query_service(*service);
    return !status || status->dwWin32ExitCode != ERROR_SERVICE_NEVER_STARTED;
}

/// Of the program that starts at login: this one, as it was started now.
platform::RunKeyAutostart::Entry login_entry(const settings::LoadRequest& request, const Options& options) {
    std::filesystem::path program(QCoreApplication::applicationFilePath().toStdString());
    std::vector<std::string> command{program.make_preferred().string(), "--hidden"};
    if (options.config_path) {
        command.insert(command.end(), {"--config", base::joined(request.dirs.current, *options.config_path).string()});
    }
    if (options.api_socket) {
        command.insert(command.end(),
                       {"--api-socket", base::joined(request.dirs.current, *options.api_socket).string()});
    }
    return {"Framehand", std::move(command)};
}

/// By its event: a program without a window gets no message that would close it.
OwnDaemon::Ways daemon_ways() {
    auto ways = OwnDaemon::plain_ways();
    ways.ask_to_end = [](QProcess& daemon) {
        // OwnDaemon waits, and kills one that does not end.
        (void)platform::ask_to_quit(daemon.processId(), base::Duration{0});
    };
    return ways;
}

/// The ports of one connect().
struct Connected {
    Connected(const settings::LoadRequest& request, const Options& options, const base::Clock& clock,
              ports::Timers& timers)
        : notifications(base::Logger()), presence(clock), tray_host(timers),
          service(service_program(request), platform::WindowsService::Rights::AskAdministrator),
          unasked_service(service_program(request), platform::WindowsService::Rights::AsTheyAre),
          login(login_entry(request, options)) {}

    platform::ShellNotifications notifications;
    platform::WindowsPresence presence;
    platform::WindowsTrayHost tray_host;
    platform::WindowsColorScheme colours;
    platform::WindowsService service;
    platform::WindowsService unasked_service; ///< of which another user of this machine may be the owner
    platform::RunKeyAutostart login;
    const platform::WindowsNetworkFolders network_folders;
    const platform::WindowsPrograms programs;
    const platform::WindowsPeerIdentity identity;
};

class WindowsMachine final : public Machine {
public:
    WindowsMachine(const base::Clock& clock, ports::Timers& timers) : m_clock(clock), m_timers(timers) {}

    [[nodiscard]] settings::LoadRequest load_request() const override { return windows::load_request(); }

    [[nodiscard]] Ports connect(const settings::LoadRequest& request, const Options& options) override {
        auto& have = m_connected.emplace(request, options, m_clock, m_timers);
        const DueService due{have.unasked_service, service_has_run};
        return {have.notifications, have.presence, have.presence.screen, have.tray_host, have.colours,
                have.service,       due,           have.network_folders, have.login,     have.programs,
                have.identity,      daemon_ways()};
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

std::vector<std::string> typed_arguments(int /*argc*/, char** /*argv*/) {
    auto words = platform::program_arguments();
    words.erase(words.begin());
    return words;
}

std::optional<int> errand_of_the_installer(const std::vector<std::string>& arguments) {
    if (arguments != std::vector<std::string>{"--quit"}) {
        return std::nullopt;
    }
    return platform::quit_programs(platform::own_program_folder(), kOwnName, kQuitPatience) ? 0 : 1;
}

bool only_windows_are_seen() {
    // As a rule: a program with windows gets no console, not even that in which it is typed.
    return !platform::is_terminal(platform::StandardStream::Error);
}

std::unique_ptr<Machine> make_machine(const base::Clock& clock, ports::Timers& timers) {
    return std::make_unique<WindowsMachine>(clock, timers);
}

} // namespace framehand::desktop
