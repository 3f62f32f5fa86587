// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/due_service.h"

namespace framehand::desktop {

namespace {

using ports::ServiceState;

bool is_due(const DueService& due, const ServiceState& state) {
    if (!state.installed) {
        return false;
    }
    switch (state.activity) {
    case ServiceState::Activity::Stopped:
        return !due.has_run(state);
    case ServiceState::Activity::Starting:
    case ServiceState::Activity::Failed: // what was in its way may be gone, and nobody wanted its end
        return true;
    case ServiceState::Activity::Running:
    case ServiceState::Activity::Stopping:
        return false;
    }
    return false;
}

} // namespace

void bring_up(const DueService& due) {
    if (const auto state = due.service.status(); state && is_due(due, *state)) {
        // What is in its way is said by the app's own daemon, which meets the same, and on the page Startup.
        (void)due.service.start();
    }
}

} // namespace framehand::desktop
