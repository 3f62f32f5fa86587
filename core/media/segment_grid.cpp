// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_grid.h"

namespace framehand::media {

SegmentGrid::SegmentGrid(const VideoPlan& plan)
    : m_ticks_num(reduced({plan.gop_duration.num * plan.timescale, plan.gop_duration.den}).num),
      m_ticks_den(reduced({plan.gop_duration.num * plan.timescale, plan.gop_duration.den}).den),
      m_tolerance(
          plan.timing == FrameTiming::Constant ? plan.timescale * plan.frame_rate.den / (2 * plan.frame_rate.num) : 0),
      m_gops_per_segment(plan.gops_per_segment) {
}

std::int64_t SegmentGrid::gop_of(std::int64_t pts) const {
    return (pts + m_tolerance) * m_ticks_den / m_ticks_num;
}

GridPlace SegmentGrid::place(std::int64_t pts) {
    const std::int64_t gop = gop_of(pts);
    if (gop <= m_gop) {
        return {Mark::None, m_gop / m_gops_per_segment};
    }
    const std::int64_t segment = gop / m_gops_per_segment;
    const bool new_segment = m_gop < 0 || segment > m_gop / m_gops_per_segment;
    m_gop = gop;
    return {new_segment ? Mark::SegmentStart : Mark::GopStart, segment};
}

std::int64_t SegmentGrid::earliest(std::int64_t number) const {
    return number * m_gops_per_segment * m_ticks_num / m_ticks_den - m_tolerance;
}

} // namespace framehand::media
