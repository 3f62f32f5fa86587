// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/waiter.h"

namespace framehand::platform {

/// Waits on an event that the token's cancellation sets.
class EventWaiter final : public ports::Waiter {
public:
    [[nodiscard]] base::Status wait(base::Duration time, const base::CancelToken& cancel) override;
};

} // namespace framehand::platform
