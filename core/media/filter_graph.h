// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av.h"

#include <string>

namespace framehand::media {

/// A chain of libavfilter video filters with one input and one output. Used by one thread at a time.
class FilterGraph {
public:
    /// Builds `text` ("zscale=w=640:h=360,format=yuv420p") for frames like `like`, whose pts are in `time_base`.
    /// Unsupported if a filter is missing or refuses.
    [[nodiscard]] static base::Result<FilterGraph> build(const AVFrame& like, Rational time_base,
                                                         const std::string& text);

    [[nodiscard]] base::Status push(const AVFrame& frame);
    /// No more frames will come.
    [[nodiscard]] base::Status finish();
    /// The next frame that is ready, pts in the time base of build(); null if none is.
    [[nodiscard]] base::Result<UniqueFrame> pull();

private:
    FilterGraph(UniqueFilterGraph graph, AVFilterContext* source, AVFilterContext* sink, Rational time_base);

    UniqueFilterGraph m_graph;
    AVFilterContext* m_source; ///< owned by m_graph
    AVFilterContext* m_sink;
    Rational m_time_base;
};

} // namespace framehand::media
