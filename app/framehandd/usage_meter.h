// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/ports/process_meter.h"
#include "core/ports/timers.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace framehand::daemon {

/// What the transcoder takes of the machine, measured every kInterval while there is a job and somebody looks. Main
/// thread.
class UsageMeter {
public:
    static constexpr base::Duration kInterval{2'000};

    struct Subject {
        /// The process that does the job in hand; nothing while none does.
        std::function<std::optional<std::int64_t>()> process;
        std::function<bool()> watched; ///< whether anybody looks
    };

    /// References must outlive it.
    UsageMeter(ports::ProcessMeter& meter, ports::Timers& timers, const base::Clock& clock, Subject subject)
        : m_meter(meter), m_timers(timers), m_clock(clock), m_subject(std::move(subject)) {}

    void begin();
    void end();

    /// `{cpu_percent, memory_bytes, gpu_percent|null}`, or null while it is not known.
    [[nodiscard]] base::Json to_json() const;

    /// After each measurement. May be empty.
    std::function<void()> on_change;

private:
    struct Usage {
        double cpu_percent = 0; ///< 100 is one core
        std::uint64_t memory_bytes = 0;
        std::optional<double> gpu_percent;
    };

    struct Sample {
        std::int64_t process = 0;
        base::SteadyTime at;
        base::Duration cpu{0};
    };

    void look_later();
    void look();

    ports::ProcessMeter& m_meter;
    ports::Timers& m_timers;
    const base::Clock& m_clock;
    const Subject m_subject;
    std::optional<Sample> m_before;
    std::optional<Usage> m_usage;
    std::unique_ptr<ports::Timer> m_timer; ///< while there is a job
};

} // namespace framehand::daemon
