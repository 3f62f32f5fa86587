// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/reading.h"

#include <functional>

namespace framehand::ports {

/// How long nobody has touched keyboard, mouse or any other input of this machine. Owner's thread, which runs a Qt
/// event loop.
class InputIdle {
public:
    struct Report {
        base::SteadyTime at; ///< when it was measured; a source that hangs keeps its last report
        Reading<base::Duration> idle;
    };

    virtual ~InputIdle() = default;
    /// The newest report; never waits.
    [[nodiscard]] virtual Report report() const = 0;
    /// How often to measure from now on, where it has to be measured again and again.
    virtual void look_every(base::Duration interval) = 0;

    /// As soon as somebody touches something, or the source comes or goes. May be empty.
    std::function<void()> on_change;
};

} // namespace framehand::ports
