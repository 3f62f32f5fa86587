// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/reading.h"

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::policy {

/// Whether a person is there, as somebody who can see it says.
struct Presence {
    base::SteadyTime at; ///< when it was measured
    ports::Reading<base::Duration> idle = ports::Reading<base::Duration>::unknown("nobody has told");
    ports::Reading<bool> full_screen = ports::Reading<bool>::unknown("nobody has told");
    ports::Reading<bool> game = ports::Reading<bool>::unknown("nobody has told");
    /// Whether anybody could be there: a graphical session exists.
    ports::Reading<bool> session = ports::Reading<bool>::unknown("nobody has told");
};

/// What the machine says of itself at one moment.
struct Observed {
    Presence presence;
    ports::Reading<std::vector<std::string>> listed_programs; ///< those of the list that run
    ports::Reading<double> other_cpu_percent;                 ///< 0..100 of all cores, without Framehand's own
    ports::Reading<bool> on_battery;
    ports::Reading<bool> power_saver;
    ports::Reading<bool> metered_network;
    ports::Reading<double> celsius;           ///< of the hottest part
    ports::Reading<std::uint64_t> free_bytes; ///< of the disk with unfinished work
};

} // namespace framehand::policy
