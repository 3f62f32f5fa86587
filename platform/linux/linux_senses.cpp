// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_senses.h"

#include <QDBusConnection>

#include <unistd.h>

namespace framehand::platform {

LinuxSenses::LinuxSenses(const DesktopEnvironment& environment, const base::Clock& clock, const base::Logger& logger)
    : presence(environment, clock), game(session_bus(environment)), power(QDBusConnection::systemBus()),
      network(QDBusConnection::systemBus()), other_load(clock, ::getpid()),
      sleep(QDBusConnection::systemBus(), logger) {
}

} // namespace framehand::platform
