// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>
#include <string_view>

namespace framehand::ports {

/// The service manager that started this process, if one did and wants to hear of it. Nothing here waits or fails: what
/// it does not take is lost. Owner's thread.
class Supervisor {
public:
    virtual ~Supervisor() = default;
    /// Once, when this process can do its work.
    virtual void ready() = 0;
    /// Once, when it begins to end because it was asked to.
    virtual void stopping() = 0;
    /// One line on what it does now, for people who look at the service.
    virtual void say(std::string_view sentence) = 0;
    /// A sign of life.
    virtual void alive() = 0;
    /// A process that gives no sign of life for so long is killed and started again. None: nobody waits for one.
    [[nodiscard]] virtual std::optional<base::Duration> patience() const = 0;
};

} // namespace framehand::ports
