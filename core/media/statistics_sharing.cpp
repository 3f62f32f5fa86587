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
constexpr int kMostTimesSmaller = 6; // in area; measured: at a ninth they cost a fifth of a decibel
// Measured: on small pictures x264 spends some percent more than it is told; those that follow do not.
constexpr double kShareAlone = 0.98;
constexpr double kHeldBack = 16; // pictures: lookahead, reordering and threads of x264
constexpr std::array<std::string_view, 5> kFastPresets = {"ultrafast", "superfast", "veryfast", "faster", "fast"};

/// A smaller rung takes the statistics as the second pass of an encode to a bit rate, and its share of the bits is what
/// the largest one spent of its bit rate: neither has a meaning where a rung holds a quality instead.
bool can_share(const RungPlan& rung) {
    return rung.encoder == "libx264" && rung.rate_control == RateControl::Bitrate &&
           std::ranges::find(kFastPresets, rung.preset) != kFastPresets.end();
}

PictureSize size_of(const RungPlan& rung) {
    return {rung.width, rung.height};
}

bool can_follow(const RungPlan& rung, const RungPlan& lead) {
    return size_of(rung).area() * kMostTimesSmaller >= size_of(lead).area();
}

} // namespace

void assign_statistics(VideoPlan& video) {
    std::vector<RungPlan*> by_size;
    for (RungPlan& rung : video.rungs) {
        if (!is_copied(rung)) {
            by_size.push_back(&rung);
        }
    }
    if (by_size.size() < 2 || !std::ranges::all_of(by_size, [](const RungPlan* rung) { return can_share(*rung); })) {
        return;
    }
    std::ranges::stable_sort(by_size, std::greater<>(), [](const RungPlan* rung) { return size_of(*rung).area(); });
    RungPlan& lead = *by_size[0];
    const RungPlan& second = *by_size[1];
    if (!can_follow(second, lead) || held_bytes(video, size_of(second)) > kMaxHeldBytes) {
        return;
    }
    for (RungPlan* rung : by_size) {
        rung->statistics = can_follow(*rung, lead) ? RateStatistics::Follow : RateStatistics::Own;
    }
    lead.statistics = RateStatistics::Lead;
}

bool has_lead(const VideoPlan& video) {
    return std::ranges::find(video.rungs, RateStatistics::Lead, &RungPlan::statistics) != video.rungs.end();
}

std::int64_t target_rate(const RungPlan& rung, const VideoPlan& video) {
    const bool looks_alone = rung.statistics == RateStatistics::Own && has_lead(video);
    return looks_alone ? std::llround(static_cast<double>(rung.bitrate) * kShareAlone) : rung.bitrate;
}

std::size_t held_bytes(const VideoPlan& video, PictureSize size) {
    const double gop = std::ceil(video.frame_rate.value() * video.gop_duration.value());
    const double picture = static_cast<double>(size.area()) * 1.5; // 8-bit 4:2:0
    return static_cast<std::size_t>((gop + kHeldBack) * picture);
}

} // namespace framehand::media
