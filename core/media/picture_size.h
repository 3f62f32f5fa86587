// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/media/media_info.h"

namespace framehand::media {

struct PictureSize {
    int width = 0;
    int height = 0;

    [[nodiscard]] std::int64_t area() const { return std::int64_t{width} * height; }

    bool operator==(const PictureSize&) const = default;
};

/// The picture as a viewer sees it, not yet rounded: upright, with square pixels. The coded height is kept and the
/// width follows the aspect.
struct DisplaySize {
    double width = 0;
    double height = 0;
};

[[nodiscard]] DisplaySize display_size(const VideoStreamInfo& video);

/// The even size (4:2:0 needs it) of a rung: the shape of `display`, no larger than it, at the asked height or inside
/// the asked box. At least 16 on each side, as far as the picture's shape allows.
[[nodiscard]] PictureSize rung_size(DisplaySize display, jobs::Resolution asked);

} // namespace framehand::media
