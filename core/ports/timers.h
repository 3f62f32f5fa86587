// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <memory>

namespace framehand::ports {

/// A pending call; destroying it cancels the call.
class Timer {
public:
    virtual ~Timer() = default;
};

/// Calls later, on the thread that asks (which runs a Qt event loop). Tests fire them by hand with a fake clock.
class Timers {
public:
    virtual ~Timers() = default;
    [[nodiscard]] virtual std::unique_ptr<Timer> after(base::Duration delay, std::function<void()> call) = 0;
};

} // namespace framehand::ports
