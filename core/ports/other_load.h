// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

namespace framehand::ports {

/// The processor time of everybody but this program and its children. Owner's thread.
class OtherLoad {
public:
    virtual ~OtherLoad() = default;
    /// 0..100 of all cores, over about the last two seconds; the newest figure if it is asked for sooner. Unknown until
    /// two seconds have passed since the first call.
    [[nodiscard]] virtual Reading<double> percent() = 0;
};

} // namespace framehand::ports
