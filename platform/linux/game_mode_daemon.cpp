// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/game_mode_daemon.h"

namespace framehand::platform {

GameModeDaemon::GameModeDaemon(const QDBusConnection& session_bus)
    : m_clients(session_bus,
                {QStringLiteral("com.feralinteractive.GameMode"),
                 QStringLiteral("/com/feralinteractive/GameMode"),
                 QStringLiteral("com.feralinteractive.GameMode"),
                 QStringLiteral("ClientCount"),
                 "GameMode",
                 {QStringLiteral("GameRegistered"), QStringLiteral("GameUnregistered")}},
                [this] {
                    if (on_change) {
                        on_change();
                    }
                }) {
}

ports::Reading<bool> GameModeDaemon::game_runs() const {
    const auto clients = m_clients.number();
    return clients.value ? ports::Reading<bool>::known(*clients.value > 0)
                         : ports::Reading<bool>::unknown(clients.why_unknown);
}

} // namespace framehand::platform
