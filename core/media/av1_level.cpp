// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/av1_level.h"

#include <algorithm>
#include <array>

namespace framehand::media {

namespace {

struct Level {
    int tenfold;
    std::int64_t picture_samples;
    std::int64_t max_width;
    std::int64_t max_height;
    std::int64_t samples_shown_per_second;
    std::int64_t max_kbps;
};

constexpr std::array<Level, 14> kLevels = {{{20, 147456, 2048, 1152, 4423680, 1500},
                                            {21, 278784, 2816, 1584, 8363520, 3000},
                                            {30, 665856, 4352, 2448, 19975680, 6000},
                                            {31, 1065024, 5504, 3096, 31950720, 10000},
                                            {40, 2359296, 6144, 3456, 70778880, 12000},
                                            {41, 2359296, 6144, 3456, 141557760, 20000},
                                            {50, 8912896, 8192, 4352, 267386880, 30000},
                                            {51, 8912896, 8192, 4352, 534773760, 40000},
                                            {52, 8912896, 8192, 4352, 1069547520, 60000},
                                            {53, 8912896, 8192, 4352, 1069547520, 60000},
                                            {60, 35651584, 16384, 8704, 1069547520, 60000},
                                            {61, 35651584, 16384, 8704, 2139095040, 100000},
                                            {62, 35651584, 16384, 8704, 4278190080, 160000},
                                            {63, 35651584, 16384, 8704, 4278190080, 160000}}};

} // namespace

int lowest_av1_level(const Av1Demand& demand) {
    const std::int64_t samples = std::int64_t{demand.width} * demand.height;
    const auto fits = [&](const Level& level) {
        return samples <= level.picture_samples && demand.width <= level.max_width &&
               demand.height <= level.max_height &&
               static_cast<double>(samples) * demand.frame_rate <=
                   static_cast<double>(level.samples_shown_per_second) &&
               demand.maxrate <= level.max_kbps * 1000;
    };
    const auto* found = std::ranges::find_if(kLevels, fits);
    return found == kLevels.end() ? kLevels.back().tenfold : found->tenfold;
}

} // namespace framehand::media
