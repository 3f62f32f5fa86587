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

/// A smaller rung takes the statistics as the second pass of an encode to a bit rate, and its share of the bits is what
/// the largest one spent of its bit rate: neither has a meaning where a rung holds a quality instead.
bool can_share(const RungPlan& rung) {
    return rung.encoder == "libx264" && rung.rate_control == RateControl::Bitrate &&
           std::ranges::find(kFastPresets, rung.preset) != kFastPresets.end();
}

} // namespace

RateStatistics choose_statistics(const VideoPlan& video) {
    if (video.rungs.size() < 2 || !std::ranges::all_of(video.rungs, &can_share)) {
        return RateStatistics::Own;
    }
    std::vector<PictureSize> sizes;
    for (const RungPlan& rung : video.rungs) {
        sizes.push_back({rung.width, rung.height});
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
