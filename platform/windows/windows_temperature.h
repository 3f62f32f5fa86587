// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/temperature.h"

namespace framehand::platform {

/// Windows tells no program how hot the processor is: its thermal zones are places on the board, if anything, and what
/// reads the processor's own sensors needs a driver.
class WindowsTemperature final : public ports::Temperature {
public:
    [[nodiscard]] ports::Reading<double> celsius() const override {
        return ports::Reading<double>::unknown("Windows does not tell how hot the processor is");
    }
};

} // namespace framehand::platform
