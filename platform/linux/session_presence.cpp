// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/session_presence.h"

#include <filesystem>
#include <system_error>
#include <vector>

namespace framehand::platform {

namespace {

std::vector<ports::InputIdle*> sources(SessionPresence& presence, const DesktopEnvironment& environment) {
    if (!environment.wayland_display.empty()) {
        // XWayland sees what happens in its own windows only.
        return {&presence.mutter, &presence.wayland, &presence.sessions};
    }
    return {&presence.x11, &presence.mutter, &presence.sessions};
}

DesktopPresence::OwnSession own_session(const DesktopEnvironment& environment) {
    return environment.display.empty() && environment.wayland_display.empty() ? DesktopPresence::OwnSession::None
                                                                              : DesktopPresence::OwnSession::Graphical;
}

} // namespace

QDBusConnection session_bus(const DesktopEnvironment& environment) {
    std::error_code ignored;
    const bool is_there =
        !environment.dbus_session_bus_address.empty() ||
        (!environment.xdg_runtime_dir.empty() &&
         std::filesystem::exists(std::filesystem::path(environment.xdg_runtime_dir) / "bus", ignored));
    return is_there ? QDBusConnection::sessionBus() : QDBusConnection(QStringLiteral("no session bus"));
}

SessionPresence::SessionPresence(const DesktopEnvironment& environment, const base::Clock& clock)
    : x11(environment.display), mutter(session_bus(environment), clock), wayland(environment.wayland_display, clock),
      sessions(QDBusConnection::systemBus(), clock),
      input(sources(*this, environment), sessions, own_session(environment)) {
}

} // namespace framehand::platform
