// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "platform/linux/desktop_presence.h"
#include "platform/linux/logind_sessions.h"
#include "platform/linux/mutter_idle.h"
#include "platform/linux/wayland_idle.h"
#include "platform/linux/x11_presence.h"

#include <QDBusConnection>

#include <string>

namespace framehand::platform {

/// What the environment says of the desktop; "" where a variable is unset.
struct DesktopEnvironment {
    std::string display;
    std::string wayland_display;
    std::string xdg_runtime_dir;
    std::string dbus_session_bus_address;
};

/// The session's bus if there is one: libdbus would start a bus of its own.
[[nodiscard]] QDBusConnection session_bus(const DesktopEnvironment& environment);

/// Who sees the person at this machine, connected to the desktop that there is. Main thread, which runs a Qt event
/// loop.
struct SessionPresence {
    /// `clock` must outlive this. Starts nothing that is not there.
    SessionPresence(const DesktopEnvironment& environment, const base::Clock& clock);

    X11Presence x11;
    MutterIdle mutter;
    WaylandIdle wayland;
    LogindSessions sessions;
    DesktopPresence input; ///< of those above
};

} // namespace framehand::platform
