// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_state.h"
#include "ui/commands.h"
#include "ui/tray_menu.h"

#include <QSystemTrayIcon>

#include <map>
#include <optional>

namespace framehand::ui {

/// The icon in the tray. It appears by itself when its host comes again. To be made once there is a host: Qt decides
/// here, and for good, whether the icon is a StatusNotifierItem or one for XEmbed.
class Tray {
public:
    /// `commands` must outlive it.
    explicit Tray(const Commands& commands);

    void show(const Snapshot& snapshot, const QDateTime& now);

private:
    std::map<AppState, QIcon> m_icons;
    TrayMenu m_menu;
    QSystemTrayIcon m_icon;
    std::optional<AppState> m_shown;
};

} // namespace framehand::ui
