// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_local_time.h"

#include <chrono>
#include <ctime>

namespace framehand::platform {

base::Duration LinuxLocalTime::utc_offset(base::WallTime time) const {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    ::tzset(); // localtime_r() alone would not see that the system's zone was changed
    std::tm local{};
    ::localtime_r(&seconds, &local);
    return std::chrono::seconds(local.tm_gmtoff);
}

} // namespace framehand::platform
