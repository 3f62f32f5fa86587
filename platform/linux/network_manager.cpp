// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/network_manager.h"

namespace framehand::platform {

NetworkManager::NetworkManager(const QDBusConnection& system_bus)
    : m_metered(system_bus,
                {QStringLiteral("org.freedesktop.NetworkManager"), QStringLiteral("/org/freedesktop/NetworkManager"),
                 QStringLiteral("org.freedesktop.NetworkManager"), QStringLiteral("Metered"), "NetworkManager"},
                [this] {
                    if (on_change) {
                        on_change();
                    }
                }) {
}

ports::Reading<bool> NetworkManager::metered() const {
    // NMMetered: unknown, yes, no, guess-yes, guess-no.
    const auto told = m_metered.number();
    if (!told.value) {
        return ports::Reading<bool>::unknown(told.why_unknown);
    }
    switch (*told.value) {
    case 1:
    case 3:
        return ports::Reading<bool>::known(true);
    case 2:
    case 4:
        return ports::Reading<bool>::known(false);
    default:
        return ports::Reading<bool>::unknown("NetworkManager does not know it");
    }
}

} // namespace framehand::platform
