// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace framehand::ports {

/// Keeps the machine from falling asleep by itself, and tells when it wakes. Owner's thread.
class SleepGuard {
public:
    /// The machine stays awake until it is destroyed.
    class Hold {
    public:
        virtual ~Hold() = default;
    };

    virtual ~SleepGuard() = default;
    /// `why` is shown by the system to people who ask what keeps it awake. A person who puts the machine to sleep can
    /// always do so. Where the system cannot be asked, the hold does nothing.
    [[nodiscard]] virtual std::unique_ptr<Hold> stay_awake(const std::string& why) = 0;

    std::function<void()> on_wake; ///< after a sleep; may be empty
};

} // namespace framehand::ports
