// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "platform/windows/power_events.h"
#include "platform/windows/windows_game.h"
#include "platform/windows/windows_local_time.h"
#include "platform/windows/windows_network.h"
#include "platform/windows/windows_other_load.h"
#include "platform/windows/windows_power_source.h"
#include "platform/windows/windows_presence.h"
#include "platform/windows/windows_programs.h"
#include "platform/windows/windows_sleep_guard.h"
#include "platform/windows/windows_temperature.h"

namespace framehand::platform {

/// All by which Framehand knows whether this machine is needed. Main thread, which runs a Qt event loop.
struct WindowsSenses {
    /// `clock` must outlive this.
    WindowsSenses(const base::Clock& clock, const base::Logger& logger);

    WindowsPresence presence; ///< input; its `screen` and `sessions` too
    WindowsGame game;
    PowerEvents power_events;
    WindowsPowerSource power;
    WindowsNetwork network;
    WindowsPrograms programs;
    WindowsOtherLoad other_load;
    WindowsTemperature temperature;
    WindowsSleepGuard sleep;
    WindowsLocalTime local_time;
};

} // namespace framehand::platform
