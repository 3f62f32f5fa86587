// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/timers.h"

namespace framehand::platform {

/// Timers on Qt's event loop. Delays up to 5 % off are fine for it (coarse timers), so that an idle daemon wakes
/// seldom.
class QtTimers final : public ports::Timers {
public:
    [[nodiscard]] std::unique_ptr<ports::Timer> after(base::Duration delay, std::function<void()> call) override;
};

} // namespace framehand::platform
