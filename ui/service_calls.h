// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background_service.h"

#include <functional>

namespace framehand::ui {

/// What windows ask about the daemon as a background service. What was asked goes on to its end although the window
/// that asked is closed meanwhile, and nobody waits for it. Main thread.
class ServiceCalls {
public:
    enum class Action {
        Look, ///< changes nothing
        Install,
        Remove,          ///< then the app's own daemon takes its place
        Start,           ///< in place of the app's own daemon, which is started again if this fails
        InstallAndStart, ///< as Start
        Stop,
    };

    struct Answer {
        base::Status outcome;                    ///< of the action; fine for Look
        base::Result<ports::ServiceState> state; ///< after it
    };

    using Done = std::function<void(const Answer&)>;

    virtual ~ServiceCalls() = default;

    /// What a service on this system is: as ports::BackgroundService::kind().
    [[nodiscard]] virtual ports::BackgroundService::Kind kind() const = 0;

    /// One after the other, in the order of the calls. `done` comes later, unless the app ends before, and must know by
    /// itself whether its window is still there.
    virtual void ask(Action action, Done done) = 0;
};

} // namespace framehand::ui
