// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/waiter.h"

namespace framehand::s3 {

/// Waits on a condition variable that the token's cancellation wakes.
class CancellableWaiter final : public ports::Waiter {
public:
    [[nodiscard]] base::Status wait(base::Duration time, const base::CancelToken& cancel) override;
};

} // namespace framehand::s3
