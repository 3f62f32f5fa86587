// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_scaler.h"

#include <utility>

namespace framehand::media {

base::Result<UniqueFrame> FrameScaler::scale(const AVFrame& frame) {
    if (frame.width == m_target.width && frame.height == m_target.height) {
        UniqueFrame same = frame_reference(frame);
        if (!same) {
            return base::fail(base::ErrorCode::Internal, "out of memory while scaling");
        }
        return same;
    }
    if (!m_graph) {
        const Rational ticks{1, m_plan.timescale};
        if (auto graph = FilterGraph::build(frame, ticks, scaling_text(m_plan, m_target))) {
            m_graph = std::move(*graph);
            if (auto scaled = run(frame)) {
                return scaled;
            }
        }
        FH_ASSIGN(m_graph, FilterGraph::build(frame, ticks, plain_scaling_text(m_target)));
    }
    return run(frame);
}

base::Result<UniqueFrame> FrameScaler::run(const AVFrame& frame) {
    FH_TRY(m_graph->push(frame));
    FH_ASSIGN(UniqueFrame scaled, m_graph->pull());
    if (!scaled) {
        return base::fail(base::ErrorCode::Internal, "the scaler kept a picture back");
    }
    tag_converted(*scaled, m_plan);
    return scaled;
}

} // namespace framehand::media
