// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/metered_network.h"
#include "platform/qt/dbus_property.h"

namespace framehand::platform {

/// NetworkManager, on the system bus: whether the connection in use is metered, as somebody has set or as it guesses
/// from its kind (a phone).
class NetworkManager final : public ports::MeteredNetwork {
public:
    explicit NetworkManager(const QDBusConnection& system_bus);

    [[nodiscard]] ports::Reading<bool> metered() const override;

private:
    DbusProperty m_metered;
};

} // namespace framehand::platform
