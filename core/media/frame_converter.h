// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/conversion.h"
#include "core/media/filter_graph.h"

#include <functional>
#include <optional>

namespace framehand::media {

/// Converts each decoded frame once, for all rungs. Every frame that goes in comes out once and in order, with the same
/// pts; frames that already fit pass by reference. Rebuilds its filters when the source changes its size or pixel
/// format, and deinterlaces from the first frame on that says it is interlaced, whatever the container claims.
/// Used by one thread at a time.
class FrameConverter {
public:
    using Sink = std::function<base::Status(UniqueFrame)>;

    /// `time_base` is that of the frames' pts; `target` is the largest rung's size.
    FrameConverter(const VideoPlan& plan, PictureSize target, Rational time_base);

    [[nodiscard]] base::Status convert(UniqueFrame frame, const Sink& sink);
    /// The end: frames that filters still hold.
    [[nodiscard]] base::Status finish(const Sink& sink);

private:
    struct Shape {
        PictureSize size;
        int format = -1;
        Deinterlacing deinterlacing = Deinterlacing::Off;
        bool operator==(const Shape&) const = default;
    };

    [[nodiscard]] base::Status pull_all(const Sink& sink);
    [[nodiscard]] base::Status emit(UniqueFrame frame, const Sink& sink) const;

    VideoPlan m_plan;
    PictureSize m_target;
    Rational m_time_base;
    Shape m_shape;
    std::optional<FilterGraph> m_graph; ///< none: frames pass by reference
};

} // namespace framehand::media
