// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

namespace framehand::ports {

/// How hot the processor is. Owner's thread.
class Temperature {
public:
    virtual ~Temperature() = default;
    /// Degrees Celsius of its hottest part.
    [[nodiscard]] virtual Reading<double> celsius() const = 0;
};

} // namespace framehand::ports
