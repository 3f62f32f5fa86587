// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_senses.h"

#include <QDBusConnection>

#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace framehand::platform {

namespace {

using Environment = LinuxSenses::Environment;

/// Without an address and a socket in its usual place, libdbus would start a bus of its own.
QDBusConnection session_bus(const Environment& environment) {
    std::error_code ignored;
    const bool is_there =
        !environment.dbus_session_bus_address.empty() ||
        (!environment.xdg_runtime_dir.empty() &&
         std::filesystem::exists(std::filesystem::path(environment.xdg_runtime_dir) / "bus", ignored));
    return is_there ? QDBusConnection::sessionBus() : QDBusConnection(QStringLiteral("no session bus"));
}

std::vector<ports::InputIdle*> sources(LinuxSenses& senses, const Environment& environment) {
    if (!environment.wayland_display.empty()) {
        // XWayland sees what happens in its own windows only.
        return {&senses.mutter, &senses.wayland, &senses.sessions};
    }
    return {&senses.x11, &senses.mutter, &senses.sessions};
}

DesktopPresence::OwnSession own_session(const Environment& environment) {
    return environment.display.empty() && environment.wayland_display.empty() ? DesktopPresence::OwnSession::None
                                                                              : DesktopPresence::OwnSession::Graphical;
}

} // namespace

LinuxSenses::LinuxSenses(const Environment& environment, const base::Clock& clock, const base::Logger& logger)
    : x11(environment.display), mutter(session_bus(environment), clock), wayland(environment.wayland_display, clock),
      sessions(QDBusConnection::systemBus(), clock),
      presence(sources(*this, environment), sessions, own_session(environment)), game(session_bus(environment)),
      power(QDBusConnection::systemBus()), network(QDBusConnection::systemBus()), other_load(clock, ::getpid()),
      sleep(QDBusConnection::systemBus(), logger) {
}

} // namespace framehand::platform
