// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_state.h"
#include "ui/commands.h"
#include "ui/tray_menu.h"

#include <QSystemTrayIcon>

#include <map>
#include <optional>

namespace framehand::ui {

/// The icon in the tray, wherever there is one. It appears by itself when an XEmbed host comes late, and when any host
/// comes again; Qt looks for a StatusNotifierItem host only when this is made.
class Tray {
public:
    /// `commands` must outlive it.
    explicit Tray(const Commands& commands);

    void show(const Snapshot& snapshot, const QDateTime& now);

    /// Whether a tray is there at this moment.
    [[nodiscard]] static bool available() { return QSystemTrayIcon::isSystemTrayAvailable(); }

private:
    std::map<AppState, QIcon> m_icons;
    TrayMenu m_menu;
    QSystemTrayIcon m_icon;
    std::optional<AppState> m_shown;
};

} // namespace framehand::ui
