// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::settings {

/// The minutes of a week in which work is allowed, in local time. Minute 0 is Monday 00:00; the week is a circle.
class WeekGrid {
public:
    static constexpr int kDay = 24 * 60;
    static constexpr int kWeek = 7 * kDay;

    /// Never.
    WeekGrid() = default;
    [[nodiscard]] static WeekGrid always();

    /// From `begin` up to but not including `end`, both 0..kWeek; an end at or before the begin wraps around.
    void allow(int begin, int end);

    /// `minute` is 0..kWeek-1.
    [[nodiscard]] bool allows(int minute) const { return m_minutes.test(static_cast<std::size_t>(minute)); }

    /// How many minutes after `minute` the answer changes, 1..kWeek-1; none if it is always the same.
    [[nodiscard]] std::optional<int> minutes_until_change(int minute) const;

    bool operator==(const WeekGrid&) const = default;

private:
    std::bitset<kWeek> m_minutes;
};

/// "Mon-Fri 22:00-07:00, Sat-Sun 00:00-24:00": days or ranges of days, each with a span that may run into the next day;
/// or "always", or "never". English names, first three letters or whole, any case. InvalidArgument quotes the part that
/// is wrong.
[[nodiscard]] base::Result<WeekGrid> parse_week_grid(std::string_view text);

/// The shortest exact form that parse_week_grid() reads; the same for grids that are the same.
[[nodiscard]] std::string to_text(const WeekGrid& grid);

} // namespace framehand::settings
