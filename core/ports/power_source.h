// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

#include <functional>

namespace framehand::ports {

/// Where the power comes from and how dear it is. Owner's thread.
class PowerSource {
public:
    virtual ~PowerSource() = default;
    [[nodiscard]] virtual Reading<bool> on_battery() const = 0;
    /// Whether the machine is told to save power.
    [[nodiscard]] virtual Reading<bool> power_saver() const = 0;

    std::function<void()> on_change; ///< may be empty
};

} // namespace framehand::ports
