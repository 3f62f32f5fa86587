// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/work_hours.h"

#include <chrono>
#include <cstdint>

namespace framehand::policy {

namespace {

using base::Duration;
using base::WallTime;
using std::chrono::floor;
using std::chrono::minutes;

int minute_of_week(WallTime local) {
    constexpr int kThursday = 3; // 1970 began on one; Monday is 0
    const auto since_monday = floor<minutes>(local).time_since_epoch().count() + kThursday * settings::WeekGrid::kDay;
    constexpr std::int64_t kWeek = settings::WeekGrid::kWeek;
    return static_cast<int>((since_monday % kWeek + kWeek) % kWeek);
}

/// The first millisecond after `from` whose offset is another one than that of `from`; `to` has another one.
WallTime offset_change(WallTime from, WallTime to, const ports::LocalTime& local_time) {
    const auto offset = local_time.utc_offset(from);
    while (to - from > Duration{1}) {
        const auto middle = from + (to - from) / 2;
        (local_time.utc_offset(middle) == offset ? from : to) = middle;
    }
    return to;
}

} // namespace

bool allows(const settings::WeekGrid& hours, WallTime now, const ports::LocalTime& local_time) {
    return hours.allows(minute_of_week(now + local_time.utc_offset(now)));
}

std::optional<WallTime> next_change(const settings::WeekGrid& hours, WallTime now, const ports::LocalTime& local_time) {
    const bool allowed = allows(hours, now, local_time);
    // Twice suffices: time zones do not change their offset twice within a week.
    for (int changes = 0; changes < 2; ++changes) {
        const auto offset = local_time.utc_offset(now);
        const auto local = now + offset;
        const auto until = hours.minutes_until_change(minute_of_week(local));
        if (!until) {
            return std::nullopt;
        }
        const WallTime next = floor<minutes>(local) + minutes(*until) - offset;
        if (local_time.utc_offset(next) == offset) {
            return next;
        }
        now = offset_change(now, next, local_time);
        if (allows(hours, now, local_time) != allowed) {
            return now; // the hour in which it would have changed is left out
        }
    }
    return std::nullopt;
}

} // namespace framehand::policy
