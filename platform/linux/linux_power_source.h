// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/power_source.h"
#include "platform/qt/dbus_property.h"

#include <filesystem>

namespace framehand::platform {

/// UPower and the power profiles daemon, on the system bus; without UPower what the kernel says of its chargers and
/// batteries below `root`.
class LinuxPowerSource final : public ports::PowerSource {
public:
    explicit LinuxPowerSource(const QDBusConnection& system_bus, std::filesystem::path root = "/");

    [[nodiscard]] ports::Reading<bool> on_battery() const override;
    [[nodiscard]] ports::Reading<bool> power_saver() const override;

private:
    [[nodiscard]] ports::Reading<bool> on_battery_by_kernel() const;
    void changed() const;

    const std::filesystem::path m_root;
    DbusProperty m_battery;
    DbusProperty m_profile;       ///< under the name that newer systems have
    DbusProperty m_older_profile; ///< Debian 12
};

} // namespace framehand::platform
