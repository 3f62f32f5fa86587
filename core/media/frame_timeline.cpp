// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_timeline.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace framehand::media {

namespace {

constexpr double kRoundingSec = 0.0015;
constexpr std::int64_t kLongestFrameSec = 10; // longer durations are damage, or a still that the next frame ends

} // namespace

FrameTimeline::FrameTimeline(const VideoPlan& plan, Rational source_time_base)
    : m_source_time_base(source_time_base), m_time_base{1, plan.timescale}, m_timing(plan.timing),
      m_frame_ticks(std::max<std::int64_t>(
          1, static_cast<std::int64_t>(std::llround(static_cast<double>(plan.timescale) / plan.frame_rate.value())))),
      m_exact_frame(reduced({plan.timescale * plan.frame_rate.den, plan.frame_rate.num})) {
    const double tick = source_time_base.value() * static_cast<double>(plan.timescale);
    const double rounding = std::max(kRoundingSec * static_cast<double>(plan.timescale), tick);
    m_tolerance = std::min(static_cast<std::int64_t>(std::ceil(rounding)), m_frame_ticks / 4);
}

std::int64_t FrameTimeline::snapped(std::int64_t pts_from_zero) const {
    const std::int64_t at = rescale(pts_from_zero, m_source_time_base, m_time_base);
    if (m_timing == FrameTiming::Variable) {
        return at;
    }
    const double frame = m_exact_frame.value();
    const std::int64_t slot = std::llround(static_cast<double>(at) / frame);
    const std::int64_t grid = rescale(slot, m_exact_frame, {1, 1});
    return std::llabs(grid - at) <= m_tolerance ? grid : at;
}

std::int64_t FrameTimeline::place(std::optional<std::int64_t> pts, std::int64_t duration) {
    std::int64_t at = m_end;
    if (!m_started) {
        m_started = true;
        m_zero = pts.value_or(0);
        at = 0;
    } else if (pts) {
        at = snapped(*pts - m_zero);
    }
    m_last = std::max(at, m_last + 1);
    std::int64_t lasts = m_frame_ticks;
    if (m_timing == FrameTiming::Variable && duration > 0) {
        const std::int64_t told = rescale(duration, m_source_time_base, m_time_base);
        lasts = told > 0 && told <= kLongestFrameSec * m_time_base.den ? told : m_frame_ticks;
    }
    m_end = m_last + lasts;
    return m_last;
}

} // namespace framehand::media
