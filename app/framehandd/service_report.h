// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ports/supervisor.h"
#include "core/ports/timers.h"
#include "core/worker/worker_state.h"

#include <memory>
#include <string>

namespace framehand::daemon {

/// What the worker does, in one line: "transcoding film.mkv, 43 %", "waiting for jobs".
[[nodiscard]] std::string activity_line(const worker::WorkerState& state);

/// Tells the service manager how the daemon is. The signs of life come from the event loop that does all the daemon's
/// work, so that they stop when it hangs. Main thread.
class ServiceReport {
public:
    /// Both must outlive it.
    ServiceReport(ports::Supervisor& supervisor, ports::Timers& timers) : m_supervisor(supervisor), m_timers(timers) {}

    /// The daemon works now. Signs of life begin: two in the time that the service manager waits for one.
    void started();
    void failed(const base::Error& error);
    void does(std::string line);
    void stopping();

private:
    void live();

    ports::Supervisor& m_supervisor;
    ports::Timers& m_timers;
    std::unique_ptr<ports::Timer> m_next;
    std::string m_said;
};

} // namespace framehand::daemon
