// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace framehand::ports {

/// The civil time of this place.
class LocalTime {
public:
    virtual ~LocalTime() = default;
    /// What is to be added to `time` to read it as a clock on the wall does, daylight saving included.
    [[nodiscard]] virtual base::Duration utc_offset(base::WallTime time) const = 0;
};

} // namespace framehand::ports
