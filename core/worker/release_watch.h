// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/host_stats.h"
#include "core/ports/timers.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace framehand::worker {

/// When a paused transcoder, which keeps its memory, is ended to give that back.
struct ReleaseRules {
    base::Duration after{1'800'000};                   ///< paused for so long; 0 = never for that reason
    std::uint64_t memory = std::uint64_t{1024} << 20U; ///< less is available; 0 = never for that reason
};

/// Watches time and memory while a transcoder is paused, from its construction to its destruction. One thread.
class ReleaseWatch {
public:
    /// `release` is called once, never from inside the constructor, with why as part of a sentence ("it was paused for
    /// 30 min"); the watch may be destroyed in it. The references must outlive this.
    ReleaseWatch(ports::Timers& timers, const base::Clock& clock, const ports::HostStats& host, ReleaseRules rules,
                 std::function<void(const std::string& why)> release);

private:
    void look();
    [[nodiscard]] std::string reason() const;

    ports::Timers& m_timers;
    const base::Clock& m_clock;
    const ports::HostStats& m_host;
    const ReleaseRules m_rules;
    const base::SteadyTime m_since;
    std::function<void(const std::string& why)> m_release;
    std::unique_ptr<ports::Timer> m_timer;
};

} // namespace framehand::worker
