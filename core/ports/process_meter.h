// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>

namespace framehand::ports {

/// What a process takes of the machine.
struct ProcessUse {
    base::Duration cpu{0};          ///< on processors since its start, all its threads, those that ended too
    std::uint64_t memory_bytes = 0; ///< of RAM
};

/// What processes take of the machine, for people to see. One thread.
class ProcessMeter {
public:
    virtual ~ProcessMeter() = default;
    /// Nothing for a process that has ended, and where the OS does not tell.
    [[nodiscard]] virtual std::optional<ProcessUse> use_of(std::int64_t process_id) = 0;
    /// 0..100 of the busiest GPU, of all programs; nothing where no driver tells.
    [[nodiscard]] virtual std::optional<double> gpu_percent() = 0;
};

} // namespace framehand::ports
