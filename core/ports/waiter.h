// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"

namespace framehand::ports {

/// Lets a worker thread wait between two tries. Tests let no time pass. Any thread.
class Waiter {
public:
    virtual ~Waiter() = default;
    /// Blocks for `time`. Cancelled, at once, when `cancel` fires.
    [[nodiscard]] virtual base::Status wait(base::Duration time, const base::CancelToken& cancel) = 0;
};

} // namespace framehand::ports
