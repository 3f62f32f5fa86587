// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray.h"

#include "ui/sentences.h"
#include "ui/state_icon.h"

namespace framehand::ui {

Tray::Tray(const Commands& commands) : m_menu(commands) {
    for (const AppState state : kAppStates) {
        m_icons.emplace(state, state_icon(state));
    }
    m_icon.setContextMenu(&m_menu.menu());
    QObject::connect(&m_icon, &QSystemTrayIcon::activated, &m_icon,
                     [&commands](QSystemTrayIcon::ActivationReason reason) {
                         if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
                             commands.open_window();
                         }
                     });
}

void Tray::show(const Snapshot& snapshot, const QDateTime& now) {
    const AppState state = app_state(snapshot);
    if (m_shown != state) {
        m_icon.setIcon(m_icons.at(state));
        m_shown = state;
        m_icon.show();
    }
    // Some hosts take a tool tip for mark-up, and a film may be called anything.
    QString tip = Sentences::summary(snapshot, now);
    tip.replace(QLatin1Char('<'), QChar(0x2039)).replace(QLatin1Char('>'), QChar(0x203a));
    m_icon.setToolTip(tip);
    m_menu.show(snapshot, now);
}

} // namespace framehand::ui
