// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "platform/linux/desktop_presence.h"
#include "platform/linux/game_mode_daemon.h"
#include "platform/linux/linux_local_time.h"
#include "platform/linux/linux_power_source.h"
#include "platform/linux/logind_sessions.h"
#include "platform/linux/logind_sleep_guard.h"
#include "platform/linux/mutter_idle.h"
#include "platform/linux/network_manager.h"
#include "platform/linux/proc_other_load.h"
#include "platform/linux/proc_programs.h"
#include "platform/linux/sys_temperature.h"
#include "platform/linux/wayland_idle.h"
#include "platform/linux/x11_presence.h"

#include <string>

namespace framehand::platform {

/// All by which Framehand knows whether this machine is needed, connected to the desktop and the system that there are.
/// Main thread, which runs a Qt event loop.
struct LinuxSenses {
    /// What the environment says of the desktop; "" where a variable is unset.
    struct Environment {
        std::string display;
        std::string wayland_display;
        std::string xdg_runtime_dir;
        std::string dbus_session_bus_address;
    };

    /// `clock` must outlive this. Starts nothing: neither a bus nor a service that is not there.
    LinuxSenses(const Environment& environment, const base::Clock& clock, const base::Logger& logger);

    X11Presence x11;
    MutterIdle mutter;
    WaylandIdle wayland;
    LogindSessions sessions;
    DesktopPresence presence; ///< of those above
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
