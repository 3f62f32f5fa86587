// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/ports/notifications.h"

#include <QDBusConnection>
#include <QObject>

#include <string>

namespace framehand::platform {

/// The notifications of the desktop: org.freedesktop.Notifications on the session's bus (Desktop Notifications
/// Specification 1.2). The thread that made it, which runs a Qt event loop.
class DesktopNotifications final : public ports::Notifications {
public:
    /// `desktop_entry` is the name of the program's .desktop file without its ending.
    DesktopNotifications(QDBusConnection session_bus, std::string desktop_entry, base::Logger logger);

    void show(const ports::Notification& notification) override;

private:
    QDBusConnection m_bus;
    const std::string m_desktop_entry;
    base::Logger m_logger;
    QObject m_context; ///< last: its end drops the answers that are awaited
};

} // namespace framehand::platform
