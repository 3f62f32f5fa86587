// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/media_info.h"
#include "core/media/plan.h"

#include <cstdint>
#include <optional>

namespace framehand::media {

/// Turns the source's frame timestamps into the package's: the first frame is at 0, times rise strictly, and where the
/// timing is constant, what the container merely rounded is put back on the exact grid. A frame is never moved further
/// than that rounding (1.5 ms or one tick of the source).
class FrameTimeline {
public:
    FrameTimeline(const VideoPlan& plan, Rational source_time_base);

    /// The time of the next frame, in ticks of the plan's timescale. `pts` is in the source's time base, absent where
    /// the source does not say; `duration` likewise, 0 if unknown.
    [[nodiscard]] std::int64_t place(std::optional<std::int64_t> pts, std::int64_t duration);

    /// The frames begin in the middle of the film: `zero` is the source's time of its first one. Before place().
    void enter(std::int64_t zero) {
        m_started = true;
        m_zero = zero;
    }

    /// The source's time of tick 0, in its time base. Valid after enter() or the first place().
    [[nodiscard]] std::int64_t zero() const { return m_zero; }

    /// Where the last placed frame ends.
    [[nodiscard]] std::int64_t end() const { return m_end; }

private:
    [[nodiscard]] std::int64_t snapped(std::int64_t pts_from_zero) const;

    const Rational m_source_time_base;
    const Rational m_time_base;
    const FrameTiming m_timing;
    const std::int64_t m_frame_ticks; ///< of one frame at the plan's rate, at least 1
    const Rational m_exact_frame;     ///< the same, exact
    std::int64_t m_tolerance = 0;
    bool m_started = false;
    std::int64_t m_zero = 0;
    std::int64_t m_last = -1;
    std::int64_t m_end = 0;
};

} // namespace framehand::media
