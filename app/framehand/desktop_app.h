// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand/dialogs.h"
#include "app/framehand/due_service.h"
#include "app/framehand/options.h"
#include "app/framehand/own_daemon.h"
#include "app/framehand/presence_reporter.h"
#include "core/api/live_client.h"
#include "core/ports/notifications.h"
#include "core/ports/peer_identity.h"
#include "core/ports/timers.h"
#include "core/ports/tray_host.h"
#include "ui/commands.h"
#include "ui/live_daemon_call.h"
#include "ui/main_window.h"
#include "ui/snapshot.h"
#include "ui/tray.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace framehand::desktop {

/// The desktop app: follows the daemon, or brings up the service that is due, or starts one, and shows what it does.
/// Main thread.
class DesktopApp {
public:
    /// With neither tray nor window for so long, the window is shown: somebody must be able to reach it.
    static constexpr base::Duration kWithoutTray{10'000};
    /// How often it looks whether there is a tray while the window is hidden.
    static constexpr base::Duration kLookForTray{5'000};

    struct Parts {
        ports::Timers& timers;
        ports::Notifications& notifications;
        ports::InputIdle& input;
        const ports::FullScreen& screen;
        const base::Clock& clock;
        ports::TrayHost& tray_host;
        ports::Background& background;
        ports::BackgroundService& service;
        DueService due_service;
        const ports::NetworkFolders& network_folders;
        ports::LoginStart& login_start;
        const ports::RunningPrograms& programs;
        const ports::PeerIdentity& identity;
        ports::SecretStore& secrets;
        ui::AppSettings& settings;
        ui::Theme& theme;
        std::filesystem::path api_socket;
        OwnDaemon::Find find_daemon;
        OwnDaemon::Ways daemon_ways;
        std::function<void()> exit; ///< ends the event loop
    };

    /// References must outlive it.
    explicit DesktopApp(Parts parts);

    void start(FirstWindow first_window);

    void raise() { m_window.raise_to_front(); }

    /// Ends the daemon that it has started, then calls `exit`.
    void quit();

private:
    /// How far it has come with finding a daemon.
    enum class Search {
        NotBegun,
        BringsUpService, ///< if one is due
        OwnIsNext,       ///< if still none answers
        Over,            ///< one has been reached, or started: from now on only the person starts another
    };

    [[nodiscard]] ui::Commands make_commands();
    void refresh();
    void follow();
    void ask(const std::string& method, base::Json params = base::Json::object());
    void search();
    void start_daemon();
    /// Whether a daemon that is started now can do its work.
    [[nodiscard]] bool can_work() const;
    /// The daemon runs only to be set up.
    [[nodiscard]] bool needs_setup() const;
    /// Once, by itself, unless somebody has put it off.
    void offer_setup();
    void window_closed();
    void keep_geometry();
    void watch_tray(base::Duration without);
    void show_tray();
    void report_presence(base::Duration idle, std::optional<bool> full_screen);

    Parts m_parts;
    ui::Commands m_commands;
    api::LiveClient m_client;
    ui::LiveDaemonCall m_calls;
    ui::Snapshot m_snapshot;
    ui::MainWindow m_window;
    std::optional<ui::Tray> m_tray; ///< once there is a host for it
    bool m_quitting = false;
    Search m_search = Search::NotBegun;
    bool m_setup_offered = false;
    OwnDaemon m_daemon;
    Dialogs m_dialogs;
    PresenceReporter m_presence;
    std::unique_ptr<ports::Timer> m_tray_watch;
    std::unique_ptr<ports::BackgroundTask> m_service_task; ///< last: its end waits for the service manager
};

} // namespace framehand::desktop
