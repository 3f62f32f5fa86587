// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_power_source.h"

namespace framehand::platform {

namespace {

constexpr BYTE kOffline = 0;
constexpr BYTE kOnline = 1;

SYSTEM_POWER_STATUS power_status() {
    SYSTEM_POWER_STATUS status{};
    if (::GetSystemPowerStatus(&status) == FALSE) {
        status.ACLineStatus = AC_LINE_UNKNOWN;
    }
    return status;
}

} // namespace

WindowsPowerSource::WindowsPowerSource(PowerEvents& events) {
    events.on_change = [this] {
        if (on_change) {
            on_change();
        }
    };
}

ports::Reading<bool> on_battery_in(const SYSTEM_POWER_STATUS& status) {
    if (status.ACLineStatus != kOffline && status.ACLineStatus != kOnline) {
        return ports::Reading<bool>::unknown("Windows does not tell where the power comes from");
    }
    return ports::Reading<bool>::known(status.ACLineStatus == kOffline);
}

ports::Reading<bool> power_saver_in(const SYSTEM_POWER_STATUS& status) {
    if (status.ACLineStatus != kOffline && status.ACLineStatus != kOnline) {
        return ports::Reading<bool>::unknown("Windows does not tell whether it saves power");
    }
    // SystemStatusFlag since Windows 10, under the name that older headers have.
    return ports::Reading<bool>::known(status.Reserved1 == 1);
}

ports::Reading<bool> WindowsPowerSource::on_battery() const {
    return on_battery_in(power_status());
}

ports::Reading<bool> WindowsPowerSource::power_saver() const {
    return power_saver_in(power_status());
}

} // namespace framehand::platform
