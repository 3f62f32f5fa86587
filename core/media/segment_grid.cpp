// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_grid.h"

#include <algorithm>

namespace framehand::media {

SegmentGrid::SegmentGrid(const VideoPlan& plan)
    : m_ticks_num(reduced({plan.gop_duration.num * plan.timescale, plan.gop_duration.den}).num),
      m_ticks_den(reduced({plan.gop_duration.num * plan.timescale, plan.gop_duration.den}).den),
      m_tolerance(
          plan.timing == FrameTiming::Constant ? plan.timescale * plan.frame_rate.den / (2 * plan.frame_rate.num) : 0),
      m_gops_per_segment(plan.gops_per_segment), m_starts(plan.segment_starts) {
}

SegmentGrid::Cell SegmentGrid::cell_of(std::int64_t pts) const {
    const std::int64_t at = pts + m_tolerance;
    if (m_starts.empty()) {
        const std::int64_t gop = at * m_ticks_den / m_ticks_num;
        return {gop / m_gops_per_segment, gop % m_gops_per_segment};
    }
    const auto behind = std::upper_bound(m_starts.begin() + 1, m_starts.end(), at);
    const std::int64_t start = *(behind - 1);
    const std::int64_t segment = behind - 1 - m_starts.begin();
    if (behind == m_starts.end()) {
        return {segment, (at - start) * m_ticks_den / m_ticks_num};
    }
    // As many GOPs as are needed, all alike: a short one at the end would cost bits.
    const std::int64_t length = *behind - start;
    const std::int64_t gops =
        std::max<std::int64_t>(1, ((length - m_tolerance) * m_ticks_den + m_ticks_num - 1) / m_ticks_num);
    return {segment, (at - start) * gops / length};
}

GridPlace SegmentGrid::place(std::int64_t pts) {
    const Cell cell = cell_of(pts);
    if (cell <= m_cell) {
        return {Mark::None, m_cell.segment};
    }
    const bool new_segment = cell.segment > m_cell.segment;
    m_cell = cell;
    return {new_segment ? Mark::SegmentStart : Mark::GopStart, cell.segment};
}

} // namespace framehand::media
