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

Mark SegmentGrid::mark(std::int64_t pts) {
    const std::int64_t gop = gop_of(pts);
    if (gop <= m_gop) {
        return Mark::None;
    }
    const bool new_segment = m_gop < 0 || gop / m_gops_per_segment > m_gop / m_gops_per_segment;
    m_gop = gop;
    return new_segment ? Mark::SegmentStart : Mark::GopStart;
}

} // namespace framehand::media
