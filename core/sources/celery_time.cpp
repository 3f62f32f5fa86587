// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_time.h"

#include <chrono>
#include <cstdio>
#include <optional>

namespace framehand::sources {

namespace {

using namespace std::chrono;

/// Reads a text from its front.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    /// Exactly `digits` of them.
    [[nodiscard]] std::optional<int> number(std::size_t digits) {
        if (m_text.size() < digits) {
            return std::nullopt;
        }
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9') {
                return std::nullopt;
            }
            value = value * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(digits);
        return value;
    }

    [[nodiscard]] bool skip(char c) {
        if (m_text.empty() || m_text.front() != c) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }

    [[nodiscard]] bool at_end() const { return m_text.empty(); }

    [[nodiscard]] char front() const { return m_text.empty() ? '\0' : m_text.front(); }

private:
    std::string_view m_text;
};

std::optional<sys_days> read_date(Scanner& scan) {
    const auto y = scan.number(4);
    if (!y || !scan.skip('-')) {
        return std::nullopt;
    }
    const auto m = scan.number(2);
    if (!m || !scan.skip('-')) {
        return std::nullopt;
    }
    const auto d = scan.number(2);
    if (!d) {
        return std::nullopt;
    }
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional<sys_days>(date) : std::nullopt;
}

/// Behind the decimal point; digits below the millisecond are dropped.
std::optional<milliseconds> read_fraction(Scanner& scan) {
    int value = 0;
    int digits = 0;
    while (const auto digit = scan.number(1)) {
        if (digits < 3) {
            value = value * 10 + *digit;
        }
        ++digits;
    }
    for (int i = digits; i < 3; ++i) {
        value *= 10;
    }
    return digits > 0 ? std::optional<milliseconds>(value) : std::nullopt;
}

std::optional<milliseconds> read_time_of_day(Scanner& scan) {
    const auto h = scan.number(2);
    if (!h || *h > 23 || !scan.skip(':')) {
        return std::nullopt;
    }
    const auto min = scan.number(2);
    if (!min || *min > 59) {
        return std::nullopt;
    }
    milliseconds time = hours{*h} + minutes{*min};
    if (scan.skip(':')) {
        const auto s = scan.number(2);
        if (!s || *s > 60) {
            return std::nullopt;
        }
        time += seconds{*s};
        if (scan.skip('.') || scan.skip(',')) {
            const auto fraction = read_fraction(scan);
            if (!fraction) {
                return std::nullopt;
            }
            time += *fraction;
        }
    }
    return time;
}

/// What the local time is ahead of UTC.
std::optional<minutes> read_zone(Scanner& scan) {
    if (scan.at_end() || scan.skip('Z') || scan.skip('z')) {
        return minutes{0};
    }
    const bool behind = scan.front() == '-';
    if (!scan.skip('+') && !scan.skip('-')) {
        return std::nullopt;
    }
    const auto h = scan.number(2);
    if (!h || *h > 23) {
        return std::nullopt;
    }
    minutes offset = hours{*h};
    if (!scan.at_end()) {
        const bool colon = scan.skip(':');
        const auto min = scan.number(2);
        if (!min || *min > 59 || (!colon && !scan.at_end())) {
            return std::nullopt;
        }
        offset += minutes{*min};
    }
    return behind ? -offset : offset;
}

} // namespace

base::Result<base::WallTime> parse_celery_time(std::string_view text) {
    Scanner scan(text);
    const auto date = read_date(scan);
    const bool separated = date && (scan.skip('T') || scan.skip('t') || scan.skip(' '));
    const auto time = separated ? read_time_of_day(scan) : std::nullopt;
    while (time && scan.skip(' ')) {
    }
    const auto zone = time ? read_zone(scan) : std::nullopt;
    if (!zone || !scan.at_end()) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "\"" + std::string(text.substr(0, 80)) + "\" is no time as ISO 8601 has them");
    }
    return base::WallTime{*date + *time - *zone};
}

std::string celery_time(base::WallTime time) {
    const auto days = floor<std::chrono::days>(time);
    const year_month_day date{days};
    const hh_mm_ss clock{time - days};
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03d000", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return text;
}

std::string celery_time_with_zone(base::WallTime time) {
    return celery_time(time) + "+00:00";
}

double epoch_seconds(base::WallTime time) {
    return static_cast<double>(time.time_since_epoch().count()) / 1000.0;
}

} // namespace framehand::sources
