// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/ports/sleep_guard.h"
#include "platform/windows/power_events.h"

#include <memory>
#include <string>

namespace framehand::platform {

/// A power request of the system (PowerSetRequest()), which "powercfg /requests" lists with its reason; where there is
/// none to be had, the execution state of the owner's thread. The screen may go dark. Owner's thread.
class WindowsSleepGuard final : public ports::SleepGuard {
public:
    /// Takes on_wake of `events`, which must outlive this.
    WindowsSleepGuard(PowerEvents& events, base::Logger logger);

    [[nodiscard]] std::unique_ptr<Hold> stay_awake(const std::string& why) override;

private:
    base::Logger m_logger;
    std::shared_ptr<int> m_thread_holds; ///< by the execution state, which is one for the whole thread
};

} // namespace framehand::platform
