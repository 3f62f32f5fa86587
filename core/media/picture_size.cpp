// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/picture_size.h"

#include <algorithm>
#include <cmath>

namespace framehand::media {

DisplaySize display_size(const VideoStreamInfo& video) {
    const double aspect = video.sample_aspect.known() ? video.sample_aspect.value() : 1.0;
    DisplaySize size{video.width * aspect, static_cast<double>(video.height)};
    if (swaps_sides(video.orientation)) {
        std::swap(size.width, size.height);
    }
    return size;
}

namespace {

constexpr int kSmallestSide = 16;

int even_side(double exact, double limit) {
    int side = 2 * static_cast<int>(std::lround(exact / 2));
    if (side > limit) {
        side = 2 * static_cast<int>(std::floor(limit / 2 + 1e-9));
    }
    return std::max(side, kSmallestSide);
}

} // namespace

PictureSize rung_size(DisplaySize display, jobs::Resolution asked) {
    double scale = std::min(1.0, asked.height / display.height);
    if (asked.width > 0) {
        scale = std::min(scale, asked.width / display.width);
    }
    const double width_limit = asked.width > 0 ? std::min<double>(asked.width, display.width) : display.width;
    return {even_side(display.width * scale, width_limit), even_side(display.height * scale, display.height)};
}

} // namespace framehand::media
