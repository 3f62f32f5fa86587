// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/local_time.h"
#include "core/settings/week_grid.h"

#include <optional>

namespace framehand::policy {

/// Whether a clock on the wall shows an hour for work.
[[nodiscard]] bool allows(const settings::WeekGrid& hours, base::WallTime now, const ports::LocalTime& local_time);

/// When that answer changes next; none if it never does. Right across one change to or from daylight saving time.
[[nodiscard]] std::optional<base::WallTime> next_change(const settings::WeekGrid& hours, base::WallTime now,
                                                        const ports::LocalTime& local_time);

} // namespace framehand::policy
