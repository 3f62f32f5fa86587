// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/game_mode.h"
#include "platform/qt/dbus_property.h"

namespace framehand::platform {

/// Feral's GameMode, on the session bus: counts the games that asked for it.
class GameModeDaemon final : public ports::GameMode {
public:
    explicit GameModeDaemon(const QDBusConnection& session_bus);

    [[nodiscard]] ports::Reading<bool> game_runs() const override;

private:
    DbusProperty m_clients;
};

} // namespace framehand::platform
