// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/statistics_sharing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string_view>
#include <vector>

namespace framehand::media {

namespace {

constexpr std::size_t kMaxHeldBytes = std::size_t{192} * 1024 * 1024;
constexpr double kHeldBack = 16; // pictures: lookahead, reordering and threads of x264
constexpr std::array<std::string_view, 5> kFastPresets = {"ultrafast", "superfast", "veryfast", "faster", "fast"};

bool is_fast_x264(const RungPlan& rung) {
    return rung.encoder == "libx264" && std::ranges::find(kFastPresets, rung.preset) != kFastPresets.end();
}

} // namespace

RateStatistics choose_statistics(const VideoPlan& video) {
    std::vector<PictureSize> sizes;
    for (const RungPlan& rung : video.rungs) {
        if (is_copied(rung)) {
            continue;
        }
        if (!is_fast_x264(rung)) {
            return RateStatistics::Own;
        }
        sizes.push_back({rung.width, rung.height});
    }
    if (sizes.size() < 2) {
        return RateStatistics::Own;
    }
    std::ranges::sort(sizes, std::greater<>(), &PictureSize::area);
    return held_bytes(video, sizes[1]) <= kMaxHeldBytes ? RateStatistics::Shared : RateStatistics::Own;
}

std::size_t held_bytes(const VideoPlan& video, PictureSize size) {
    const double gop = std::ceil(video.frame_rate.value() * video.gop_duration.value());
    const double picture = static_cast<double>(size.area()) * 1.5; // 8-bit 4:2:0
    return static_cast<std::size_t>((gop + kHeldBack) * picture);
}

} // namespace framehand::media
