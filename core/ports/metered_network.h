// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

#include <functional>

namespace framehand::ports {

/// Whether the network costs by what goes over it. Owner's thread.
class MeteredNetwork {
public:
    virtual ~MeteredNetwork() = default;
    [[nodiscard]] virtual Reading<bool> metered() const = 0;

    std::function<void()> on_change; ///< may be empty
};

} // namespace framehand::ports
