// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background_service.h"

#include <functional>

namespace framehand::desktop {

/// The service as the app deals with it unasked, before it starts a daemon of its own. One that starts by itself, but
/// later than the app, would find the data folder taken, fail, and be started again and again.
struct DueService {
    /// Asks nobody to agree to anything. Not the object that windows ask, which may do so meanwhile.
    ports::BackgroundService& service;
    /// Of one that stands still: whether it has run since the machine, or the session, began. Then it is over, as
    /// somebody has stopped it. Any thread.
    std::function<bool(const ports::ServiceState&)> has_run;
};

/// Starts it, or waits while it starts, unless it is not installed or somebody has stopped it. What fails is as if
/// there were none. May take minutes; any thread.
void bring_up(const DueService& due);

} // namespace framehand::desktop
