// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace framehand::base {

using Duration = std::chrono::milliseconds;
using WallTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

/// Where time comes from. Nothing else in Framehand asks the OS for the time, so that tests own it.
/// Implementations are callable from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    /// Civil time; may jump when the system's clock is set. For what people read and what is stored.
    [[nodiscard]] virtual WallTime wall() const = 0;
    /// Monotonic time; for intervals, time-outs and leases inside one process.
    [[nodiscard]] virtual SteadyTime steady() const = 0;
};

/// The OS's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] SteadyTime steady() const override;
};

/// "2026-11-21T08:15:30.123Z" (RFC 3339, UTC).
[[nodiscard]] std::string to_rfc3339(WallTime time);

} // namespace framehand::base
