// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/power_source.h"
#include "platform/windows/power_events.h"
#include "platform/windows/windows_api.h"

namespace framehand::platform {

/// GetSystemPowerStatus(): a battery or an uninterruptible power supply in use, and the battery saver. Owner's thread,
/// which runs a Qt event loop.
class WindowsPowerSource final : public ports::PowerSource {
public:
    /// Takes on_change of `events`, which must outlive this.
    explicit WindowsPowerSource(PowerEvents& events);

    [[nodiscard]] ports::Reading<bool> on_battery() const override;
    [[nodiscard]] ports::Reading<bool> power_saver() const override;
};

/// What an answer says. Pure.
[[nodiscard]] ports::Reading<bool> on_battery_in(const SYSTEM_POWER_STATUS& status);
[[nodiscard]] ports::Reading<bool> power_saver_in(const SYSTEM_POWER_STATUS& status);

} // namespace framehand::platform
