// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/ports/sleep_guard.h"
#include "platform/qt/dbus_signal.h"

#include <QDBusConnection>

namespace framehand::platform {

/// logind, on the system bus: an "idle" inhibitor in mode "block", which holds off suspend by itself and not what a
/// person asks for.
class LogindSleepGuard final : public ports::SleepGuard {
public:
    LogindSleepGuard(const QDBusConnection& system_bus, base::Logger logger);

    [[nodiscard]] std::unique_ptr<Hold> stay_awake(const std::string& why) override;

private:
    QDBusConnection m_bus;
    base::Logger m_logger;
    DbusSignal m_sleep;
};

} // namespace framehand::platform
