// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "platform/linux/game_mode_daemon.h"
#include "platform/linux/linux_local_time.h"
#include "platform/linux/linux_power_source.h"
#include "platform/linux/logind_sleep_guard.h"
#include "platform/linux/network_manager.h"
#include "platform/linux/proc_other_load.h"
#include "platform/linux/proc_programs.h"
#include "platform/linux/session_presence.h"
#include "platform/linux/sys_temperature.h"

namespace framehand::platform {

/// All by which Framehand knows whether this machine is needed, connected to the desktop and the system that there are.
/// Main thread, which runs a Qt event loop.
struct LinuxSenses {
    /// `clock` must outlive this. Starts nothing: neither a bus nor a service that is not there.
    LinuxSenses(const DesktopEnvironment& environment, const base::Clock& clock, const base::Logger& logger);

    SessionPresence presence;
    GameModeDaemon game;
    LinuxPowerSource power;
    NetworkManager network;
    ProcPrograms programs;
    ProcOtherLoad other_load;
    SysTemperature temperature;
    LogindSleepGuard sleep;
    LinuxLocalTime local_time;
};

} // namespace framehand::platform
