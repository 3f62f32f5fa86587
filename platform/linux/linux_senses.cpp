// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_senses.h"

#include <QDBusConnection>

#include <unistd.h>
#include <vector>

namespace framehand::platform {

namespace {

std::vector<ports::InputIdle*> sources(LinuxSenses& senses, const std::string& wayland_display) {
    if (!wayland_display.empty()) {
        // XWayland sees what happens in its own windows only.
        return {&senses.mutter, &senses.wayland, &senses.sessions};
    }
    return {&senses.x11, &senses.mutter, &senses.sessions};
}

} // namespace

LinuxSenses::LinuxSenses(const std::string& x_display, const std::string& wayland_display, const base::Clock& clock,
                         const base::Logger& logger)
    : x11(x_display), mutter(QDBusConnection::sessionBus(), clock), wayland(wayland_display, clock),
      sessions(QDBusConnection::systemBus(), clock),
      presence(sources(*this, wayland_display), sessions,
               x_display.empty() && wayland_display.empty() ? DesktopPresence::OwnSession::None
                                                            : DesktopPresence::OwnSession::Graphical),
      game(QDBusConnection::sessionBus()), power(QDBusConnection::systemBus()), network(QDBusConnection::systemBus()),
      other_load(clock, ::getpid()), sleep(QDBusConnection::systemBus(), logger) {
}

} // namespace framehand::platform
