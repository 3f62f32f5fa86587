// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace framehand::media {

/// An exact fraction: a frame rate (frames a second) or a time base (seconds a tick). `num` 0 means "unknown".
struct Rational {
    std::int64_t num = 0;
    std::int64_t den = 1;

    [[nodiscard]] constexpr double value() const {
        return den == 0 ? 0.0 : static_cast<double>(num) / static_cast<double>(den);
    }

    [[nodiscard]] constexpr bool known() const { return num > 0 && den > 0; }

    [[nodiscard]] constexpr Rational inverse() const { return {den, num}; }

    bool operator==(const Rational&) const = default;
};

/// Lowest terms, positive denominator.
[[nodiscard]] Rational reduced(Rational value);

/// Ticks of `from` in ticks of `to`, rounded to the nearest.
[[nodiscard]] std::int64_t rescale(std::int64_t ticks, Rational from, Rational to);

/// A point or span of time: ticks of 1/timescale seconds.
[[nodiscard]] constexpr double to_seconds(std::int64_t ticks, std::int64_t timescale) {
    return static_cast<double>(ticks) / static_cast<double>(timescale);
}

} // namespace framehand::media
