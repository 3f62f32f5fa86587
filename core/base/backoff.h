// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace framehand::base {

/// A number from 0 up to but not including 1.
using Random = std::function<double()>;

/// Waiting times between tries: exponential with full jitter, so that many workers do not come back all at once when
/// an orchestrator returns. The n-th delay is random between kFloor and min(cap, first * 2^n).
class Backoff {
public:
    static constexpr Duration kFloor{100};

    explicit Backoff(Random random, Duration first = Duration{1000}, Duration cap = Duration{60'000})
        : m_random(std::move(random)), m_first(first), m_cap(cap), m_ceiling(std::min(first, cap)) {}

    /// After a failure: how long to wait.
    [[nodiscard]] Duration next() {
        const auto span = static_cast<double>((m_ceiling - std::min(kFloor, m_ceiling)).count());
        const Duration jitter{static_cast<Duration::rep>(span * m_random())};
        m_ceiling = std::min(m_cap, m_ceiling * 2);
        return std::min(kFloor, m_cap) + jitter;
    }

    /// After a success.
    void reset() { m_ceiling = std::min(m_first, m_cap); }

private:
    Random m_random;
    Duration m_first;
    Duration m_cap;
    Duration m_ceiling; ///< of the next delay
};

} // namespace framehand::base
