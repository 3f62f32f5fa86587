// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/waiter.h"

#include <functional>
#include <vector>

namespace framehand::test {

/// Lets no time pass, and remembers how much it was asked for.
class FakeWaiter final : public ports::Waiter {
public:
    [[nodiscard]] base::Status wait(base::Duration time, const base::CancelToken& cancel) override {
        waits.push_back(time);
        if (on_wait) {
            on_wait();
        }
        return cancel.cancelled() ? base::fail(base::ErrorCode::Cancelled, "cancelled") : base::Status();
    }

    std::vector<base::Duration> waits;
    std::function<void()> on_wait;
};

} // namespace framehand::test
