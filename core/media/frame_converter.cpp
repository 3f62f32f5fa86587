// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_converter.h"

#include <utility>

namespace framehand::media {

FrameConverter::FrameConverter(const VideoPlan& plan, PictureSize target, Rational time_base)
    : m_plan(plan), m_target(target), m_time_base(time_base) {
}

base::Status FrameConverter::convert(UniqueFrame frame, const Sink& sink) {
    Shape shape{{frame->width, frame->height}, frame->format, m_shape.deinterlacing};
    if (is_interlaced(*frame)) {
        shape.deinterlacing = Deinterlacing::FlaggedFrames;
    }
    if (shape != m_shape) {
        FH_TRY(finish(sink));
        m_shape = shape;
        const std::string text = conversion_text(m_plan, shape.size, static_cast<AVPixelFormat>(shape.format), m_target,
                                                 shape.deinterlacing);
        if (!text.empty()) {
            FH_ASSIGN(m_graph, FilterGraph::build(*frame, m_time_base, text));
        }
    }
    if (!m_graph) {
        return emit(std::move(frame), sink);
    }
    // Filters take what the frame says over what they are told, and frames of one film do not always say the same.
    tag_color(*frame, m_plan.source_color);
    FH_TRY(m_graph->push(*frame));
    return pull_all(sink);
}

base::Status FrameConverter::finish(const Sink& sink) {
    if (!m_graph) {
        return {};
    }
    FH_TRY(m_graph->finish());
    FH_TRY(pull_all(sink));
    m_graph.reset();
    return {};
}

base::Status FrameConverter::pull_all(const Sink& sink) {
    for (;;) {
        FH_ASSIGN(UniqueFrame ready, m_graph->pull());
        if (!ready) {
            return {};
        }
        FH_TRY(emit(std::move(ready), sink));
    }
}

base::Status FrameConverter::emit(UniqueFrame frame, const Sink& sink) const {
    tag_converted(*frame, m_plan);
    return sink(std::move(frame));
}

} // namespace framehand::media
