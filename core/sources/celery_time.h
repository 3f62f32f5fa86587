// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace framehand::sources {

/// Times as Celery writes them: Python's datetime.isoformat(). Pure functions.

/// "2026-11-21T03:11:21.491379+00:00", "2026-11-21T03:11:21", "...Z", "... +0530". A time without a zone is UTC: that
/// is what `enable_utc`, Celery's default, means. InvalidArgument for anything else.
[[nodiscard]] base::Result<base::WallTime> parse_celery_time(std::string_view text);

/// "2026-11-21T03:11:21.491000+00:00", as in the header `eta`.
[[nodiscard]] std::string celery_time_with_zone(base::WallTime time);
/// "2026-11-21T03:11:21.491000", UTC, as in a result's `date_done`.
[[nodiscard]] std::string celery_time(base::WallTime time);
/// Seconds since 1970 with their fraction: Python's time.time().
[[nodiscard]] double epoch_seconds(base::WallTime time);

} // namespace framehand::sources
