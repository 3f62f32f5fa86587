// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/ports/child_process.h"

#include <QDBusConnection>

#include <memory>
#include <string>
#include <string_view>

namespace framehand::platform {

/// Starts children as another launcher does, and asks the user's systemd to put each that has the idle priority into a
/// scope of its own with `CPUWeight=idle` (systemd.resource-control(5)). Between control groups neither nice nor
/// SCHED_IDLE counts, and a desktop gives each program that it starts a control group: without this, a transcoder would
/// get as much of the processor as the game beside it. Where there is no such systemd the child stays where it is.
class IdleScopeLauncher final : public ports::ChildProcessLauncher {
public:
    /// `launcher` must outlive it; `session_bus` may be unconnected.
    IdleScopeLauncher(ports::ChildProcessLauncher& launcher, QDBusConnection session_bus, base::Logger logger);

    [[nodiscard]] std::unique_ptr<ports::ChildProcess> start(ports::ChildProcessRequest request) override;

private:
    void put_in_scope(std::int64_t process_id);

    ports::ChildProcessLauncher& m_launcher;
    QDBusConnection m_bus;
    base::Logger m_logger;
};

/// Whether the program with these contents of /proc/<pid>/cgroup is part of the unit `unit`.
[[nodiscard]] bool is_in_unit(std::string_view cgroups, std::string_view unit);

/// /proc/self/cgroup, "" where there is none.
[[nodiscard]] std::string own_cgroups();

} // namespace framehand::platform
