// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/conversion.h"
#include "core/media/filter_graph.h"

#include <optional>

namespace framehand::media {

/// Makes one rung's picture of the next larger rung's: zimg Lanczos, or swscale's where zimg refuses the sizes. A
/// picture that has the size already passes by reference. Used by one thread at a time.
class FrameScaler {
public:
    FrameScaler(const VideoPlan& plan, PictureSize target) : m_plan(plan), m_target(target) {}

    /// The scaled picture, same pts.
    [[nodiscard]] base::Result<UniqueFrame> scale(const AVFrame& frame);

private:
    [[nodiscard]] base::Result<UniqueFrame> run(const AVFrame& frame);

    VideoPlan m_plan;
    PictureSize m_target;
    std::optional<FilterGraph> m_graph;
};

} // namespace framehand::media
