// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/hevc_level.h"

#include <algorithm>
#include <array>

namespace framehand::media {

namespace {

struct Level {
    int idc;
    std::int64_t picture_samples;
    std::int64_t samples_per_second;
    std::int64_t max_kbps;
    std::int64_t cpb_kbit;
};

constexpr std::array<Level, 13> kLevels = {{{30, 36864, 552960, 128, 350},
                                            {60, 122880, 3686400, 1500, 1500},
                                            {63, 245760, 7372800, 3000, 3000},
                                            {90, 552960, 16588800, 6000, 6000},
                                            {93, 983040, 33177600, 10000, 10000},
                                            {120, 2228224, 66846720, 12000, 12000},
                                            {123, 2228224, 133693440, 20000, 20000},
                                            {150, 8912896, 267386880, 25000, 25000},
                                            {153, 8912896, 534773760, 40000, 40000},
                                            {156, 8912896, 1069547520, 60000, 60000},
                                            {180, 35651584, 1069547520, 60000, 60000},
                                            {183, 35651584, 2139095040, 120000, 120000},
                                            {186, 35651584, 4278190080, 240000, 240000}}};
/// Coded pictures are whole blocks of this side.
constexpr std::int64_t kBlock = 8;

} // namespace

int lowest_hevc_level(const HevcDemand& demand) {
    const std::int64_t width = (demand.width + kBlock - 1) / kBlock * kBlock;
    const std::int64_t height = (demand.height + kBlock - 1) / kBlock * kBlock;
    const std::int64_t samples = width * height;
    const auto fits = [&](const Level& level) {
        return samples <= level.picture_samples && width * width <= 8 * level.picture_samples &&
               height * height <= 8 * level.picture_samples &&
               static_cast<double>(samples) * demand.frame_rate <= static_cast<double>(level.samples_per_second) &&
               demand.maxrate <= level.max_kbps * 1000 && demand.bufsize <= level.cpb_kbit * 1000;
    };
    const auto* found = std::ranges::find_if(kLevels, fits);
    return found == kLevels.end() ? kLevels.back().idc : found->idc;
}

} // namespace framehand::media
