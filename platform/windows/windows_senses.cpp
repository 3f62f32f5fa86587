// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_senses.h"

#include "platform/windows/windows_api.h"

namespace framehand::platform {

WindowsSenses::WindowsSenses(const base::Clock& clock, const base::Logger& logger)
    : presence(clock), game(own_session()), power(power_events), network(clock),
      other_load(clock, static_cast<std::int64_t>(::GetCurrentProcessId())), sleep(power_events, logger) {
}

} // namespace framehand::platform
