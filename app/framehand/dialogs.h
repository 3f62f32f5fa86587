// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand/own_daemon.h"
#include "app/framehand/service_actions.h"
#include "core/ports/network_folders.h"
#include "core/ports/notifications.h"
#include "ui/first_run/first_run_wizard.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/settings_services.h"
#include "ui/theme.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace framehand::desktop {

/// The settings dialog and the first setup of the app: at most one of each, and what they ask of the app. Main thread.
class Dialogs {
public:
    struct Parts {
        ui::DaemonCall& calls;
        ports::Timers& timers;
        ports::Background& background;
        ports::BackgroundService& service;
        const ports::NetworkFolders& network_folders;
        ports::LoginStart& login_start;
        const ports::RunningPrograms& programs;
        ports::SecretStore& secrets;
        ports::Notifications& notifications;
        ui::AppSettings& settings;
        ui::Theme& theme;
        OwnDaemon& daemon;
        OwnDaemon::Find find_daemon;
        std::function<void()> start_daemon; ///< and connects to it
    };

    /// References must outlive it.
    explicit Dialogs(Parts parts);
    ~Dialogs();
    Dialogs(const Dialogs&) = delete;
    Dialogs& operator=(const Dialogs&) = delete;

    /// At the setting of this key; empty: as it was, or at its beginning.
    void open_settings(const QString& key);
    void open_first_run();

    /// For good: none is opened any more.
    void close_all();

    void daemon_is_back();

    /// The daemon's state has changed.
    void show_state(const base::Json& state);

    /// Shows it, whatever kinds are switched off. Not what the first setup tells and mends itself, while it is open.
    void notify(const ui::Notice& notice) const;

private:
    [[nodiscard]] ui::SettingsServices make_services();
    void restart_daemon(std::function<void(const base::Status&)> done);

    Parts m_parts;
    ServiceActions m_service;
    ui::SettingsServices m_services;
    bool m_closed = false;
    // Windows of their own, which end when they are closed.
    QPointer<ui::SettingsDialog> m_settings;
    QPointer<ui::FirstRunWizard> m_first_run;
    QObject m_receiver; ///< last: its end drops the answers that are awaited
};

} // namespace framehand::desktop
