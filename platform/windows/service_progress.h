// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "platform/windows/windows_api.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <winsvc.h>

namespace framehand::platform {

/// How a service stands, told to the service manager: START_PENDING -> RUNNING <-> PAUSED -> STOP_PENDING -> STOPPED.
/// While something is pending a thread of its own counts checkpoints up, so that the manager waits; not for longer than
/// kMostPending, as the manager must notice one that hangs. Any thread.
class ServiceProgress {
public:
    static constexpr base::Duration kTick{2'000};
    static constexpr base::Duration kWaitHint{10'000};
    static constexpr base::Duration kMostPending{180'000};

    /// SetServiceStatus(), or a test's. Called by one thread at a time.
    using Report = std::function<void(const SERVICE_STATUS&)>;

    /// Says START_PENDING at once.
    explicit ServiceProgress(Report report, base::Duration tick = kTick);
    ~ServiceProgress();
    ServiceProgress(const ServiceProgress&) = delete;
    ServiceProgress& operator=(const ServiceProgress&) = delete;

    /// From starting only.
    void running();
    void pausing();
    void paused();
    void continuing();
    /// From pausing, paused and continuing.
    void continued();
    /// From all but stopped; what comes after but stopped() is ignored.
    void stopping();
    /// Last; this process may be ended at any moment after it. `exit_code` 0 is an end in good order, any other one a
    /// failure, after which the service manager does what its recovery actions say.
    void stopped(int exit_code);

    [[nodiscard]] DWORD state() const;

private:
    void enter(DWORD state);
    void count_up();
    [[nodiscard]] bool pending() const;

    const Report m_report;
    const base::Duration m_tick;
    mutable std::mutex m_mutex;
    SERVICE_STATUS m_status{}; ///< guarded by m_mutex
    int m_ticks = 0;           ///< in this state; guarded by m_mutex
    bool m_over = false;       ///< guarded by m_mutex
    std::condition_variable m_change;
    std::thread m_thread;
};

} // namespace framehand::platform
