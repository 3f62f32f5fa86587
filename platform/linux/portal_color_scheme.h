// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/color_scheme.h"
#include "platform/qt/dbus_signal.h"

#include <QDBusConnection>
#include <QObject>

namespace framehand::platform {

/// The colours of the desktop: "color-scheme" of org.freedesktop.portal.Settings (XDG Desktop Portal), kept up to date.
/// Never waits. The thread that made it, which runs a Qt event loop.
class PortalColorScheme final : public ports::ColorSchemeSource {
public:
    explicit PortalColorScheme(const QDBusConnection& session_bus);

    [[nodiscard]] ports::Reading<ports::ColorScheme> preferred() const override { return m_preferred; }

private:
    void ask(QDBusConnection bus);
    void take(const QVariant& value);

    ports::Reading<ports::ColorScheme> m_preferred;
    DbusSignal m_changes;
    QObject m_context; ///< last: its end drops the answer that is awaited
};

} // namespace framehand::platform
