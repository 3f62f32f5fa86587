// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/week_grid.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace framehand::settings {

namespace {

constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 7> kShortDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

std::string in_quotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

base::Error wrong(std::string message) {
    return base::fail(base::ErrorCode::InvalidArgument, std::move(message));
}

base::Result<int> parse_day(std::string_view text) {
    const auto name = lower(base::trim(text));
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        if (name == kDays[day] || (name.size() == 3 && kDays[day].starts_with(name))) {
            return static_cast<int>(day);
        }
    }
    return wrong(in_quotes(base::trim(text)) + " is no day of the week such as Mon");
}

/// First and last, which may lie before the first.
base::Result<std::pair<int, int>> parse_days(std::string_view text) {
    const auto dash = text.find('-');
    FH_ASSIGN(const int first, parse_day(text.substr(0, dash)));
    if (dash == std::string_view::npos) {
        return std::pair{first, first};
    }
    FH_ASSIGN(const int last, parse_day(text.substr(dash + 1)));
    return std::pair{first, last};
}

/// Minutes from midnight, up to and including 24:00.
base::Result<int> parse_time(std::string_view text) {
    const auto time = base::trim(text);
    const auto digit = [&time](std::size_t at) { return time[at] >= '0' && time[at] <= '9' ? time[at] - '0' : -1; };
    const auto colon = time.find(':');
    if ((colon == 1 || colon == 2) && time.size() == colon + 3) {
        const int hour = colon == 1 ? digit(0) : (digit(0) < 0 || digit(1) < 0 ? -1 : digit(0) * 10 + digit(1));
        const int minute = digit(colon + 1) < 0 || digit(colon + 2) < 0 ? -1 : digit(colon + 1) * 10 + digit(colon + 2);
        if (hour >= 0 && minute >= 0 && minute < 60 && hour * 60 + minute <= WeekGrid::kDay) {
            return hour * 60 + minute;
        }
    }
    return wrong(in_quotes(time) + " is no time of the day from 00:00 to 24:00");
}

base::Status parse_item(std::string_view item, WeekGrid& grid) {
    // The times begin with the first digit: "Mon - Fri 22:00 - 07:00" is as good as without blanks.
    const auto digit = item.find_first_of("0123456789");
    const auto days = base::trim(item.substr(0, digit));
    if (digit == std::string_view::npos || days.empty()) {
        return wrong(in_quotes(item) + " is not of the form \"Mon-Fri 22:00-07:00\"");
    }
    const auto times = base::trim(item.substr(digit));
    const auto dash = times.find('-');
    if (dash == std::string::npos) {
        return wrong(in_quotes(times) + " is not of the form \"22:00-07:00\"");
    }
    FH_ASSIGN(const auto range, parse_days(days));
    FH_ASSIGN(const int begin, parse_time(std::string_view(times).substr(0, dash)));
    FH_ASSIGN(const int end, parse_time(std::string_view(times).substr(dash + 1)));
    if (begin == end || begin == WeekGrid::kDay) {
        return wrong(in_quotes(times) + " is no time at all; a whole day is 00:00-24:00");
    }
    for (int day = range.first;; day = (day + 1) % 7) {
        const int first = day * WeekGrid::kDay + begin;
        grid.allow(first, (first + (end - begin + WeekGrid::kDay - 1) % WeekGrid::kDay + 1) % WeekGrid::kWeek);
        if (day == range.second) {
            return {};
        }
    }
}

std::string time_text(int minute) {
    const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
    return two(minute / 60) + ":" + two(minute % 60);
}

/// "Mon", "Mon-Fri" for each run of days, without going around the end of the week.
std::vector<std::string> day_ranges(const std::array<bool, 7>& days) {
    std::vector<std::string> ranges;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (!days[day]) {
            continue;
        }
        const auto first = day;
        while (day + 1 < days.size() && days[day + 1]) {
            ++day;
        }
        ranges.push_back(std::string(kShortDays[first]) + (day == first ? "" : "-" + std::string(kShortDays[day])));
    }
    return ranges;
}

} // namespace

WeekGrid WeekGrid::always() {
    WeekGrid grid;
    grid.m_minutes.set();
    return grid;
}

void WeekGrid::allow(int begin, int end) {
    int minute = begin % kWeek;
    do {
        m_minutes.set(static_cast<std::size_t>(minute));
        minute = (minute + 1) % kWeek;
    } while (minute != end % kWeek);
}

std::optional<int> WeekGrid::minutes_until_change(int minute) const {
    for (int after = 1; after < kWeek; ++after) {
        if (allows((minute + after) % kWeek) != allows(minute)) {
            return after;
        }
    }
    return std::nullopt;
}

base::Result<WeekGrid> parse_week_grid(std::string_view text) {
    const auto whole = lower(base::trim(text));
    if (whole == "always") {
        return WeekGrid::always();
    }
    WeekGrid grid;
    if (whole == "never") {
        return grid;
    }
    if (whole.empty()) {
        return wrong("nothing is said; write \"always\" or \"never\"");
    }
    for (const auto& item : base::split(text, ',')) {
        FH_TRY(parse_item(base::trim(item), grid));
    }
    return grid;
}

std::string to_text(const WeekGrid& grid) {
    if (!grid.minutes_until_change(0)) {
        return grid.allows(0) ? "always" : "never";
    }
    // Each span is told where it begins; one of a day and more is told day by day.
    std::vector<std::pair<std::string, std::array<bool, 7>>> spans;
    const auto tell = [&spans](int begin, int length) {
        const auto text =
            time_text(begin % WeekGrid::kDay) + "-" +
            time_text(begin % WeekGrid::kDay + length == WeekGrid::kDay ? WeekGrid::kDay
                                                                        : (begin + length) % WeekGrid::kDay);
        auto found = std::ranges::find(spans, text, [](const auto& span) { return span.first; });
        if (found == spans.end()) {
            found = spans.insert(spans.end(), {text, {}});
        }
        found->second.at(static_cast<std::size_t>(begin / WeekGrid::kDay)) = true;
    };
    for (int minute = 0; minute < WeekGrid::kWeek; ++minute) {
        if (!grid.allows(minute) || grid.allows((minute + WeekGrid::kWeek - 1) % WeekGrid::kWeek)) {
            continue;
        }
        int begin = minute;
        int left = *grid.minutes_until_change(minute);
        while (left >= WeekGrid::kDay) {
            const int today = WeekGrid::kDay - begin % WeekGrid::kDay;
            tell(begin, today);
            begin = (begin + today) % WeekGrid::kWeek;
            left -= today;
        }
        if (left > 0) {
            tell(begin, left);
        }
    }
    std::string text;
    for (const auto& [times, days] : spans) {
        for (const auto& range : day_ranges(days)) {
            text += (text.empty() ? "" : ", ") + range + " " + times;
        }
    }
    return text;
}

} // namespace framehand::settings
