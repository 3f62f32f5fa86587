// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/picture.h"
#include "core/media/plan.h"

#include <cstdint>
#include <vector>

namespace framehand::media {

/// Decides where GOPs and segments begin: at the first picture at or after each line of the grid, so that a lost or
/// late picture shifts nothing behind it. Where the timing is constant, half a frame counts as "at".
///
/// Where the plan names the segments' starts, these are lines, and the GOPs between two of them are of equal length, no
/// longer than the plan's; else the lines are the multiples of the GOP's duration. A segment's number is that of its
/// stretch of time, known without a look at the film; a stretch without a picture leaves its number out.
class SegmentGrid {
public:
    explicit SegmentGrid(const VideoPlan& plan);

    /// Call once for each picture, in display order. The first one begins a segment.
    [[nodiscard]] GridPlace place(std::int64_t pts);

private:
    /// A GOP's number, and its segment's.
    struct Cell {
        std::int64_t segment = -1;
        std::int64_t gop = -1; ///< within its segment
        auto operator<=>(const Cell&) const = default;
    };

    [[nodiscard]] Cell cell_of(std::int64_t pts) const;

    const std::int64_t m_ticks_num; ///< a GOP lasts m_ticks_num / m_ticks_den ticks
    const std::int64_t m_ticks_den;
    const std::int64_t m_tolerance;
    const int m_gops_per_segment;
    const std::vector<std::int64_t> m_starts; ///< of segments; empty: regular
    Cell m_cell;
};

} // namespace framehand::media
