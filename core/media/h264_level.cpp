// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/h264_level.h"

#include <algorithm>
#include <array>

namespace framehand::media {

namespace {

struct Level {
    int idc;
    std::int64_t macroblocks_per_second;
    std::int64_t frame_macroblocks;
    std::int64_t decoded_picture_macroblocks;
    std::int64_t max_kbps;
    std::int64_t cpb_kbit;
};

constexpr std::array<Level, 19> kLevels = {{{10, 1485, 99, 396, 64, 175},
                                            {11, 3000, 396, 900, 192, 500},
                                            {12, 6000, 396, 2376, 384, 1000},
                                            {13, 11880, 396, 2376, 768, 2000},
                                            {20, 11880, 396, 2376, 2000, 2000},
                                            {21, 19800, 792, 4752, 4000, 4000},
                                            {22, 20250, 1620, 8100, 4000, 4000},
                                            {30, 40500, 1620, 8100, 10000, 10000},
                                            {31, 108000, 3600, 18000, 14000, 14000},
                                            {32, 216000, 5120, 20480, 20000, 20000},
                                            {40, 245760, 8192, 32768, 20000, 25000},
                                            {41, 245760, 8192, 32768, 50000, 62500},
                                            {42, 522240, 8704, 34816, 50000, 62500},
                                            {50, 589824, 22080, 110400, 135000, 135000},
                                            {51, 983040, 36864, 184320, 240000, 240000},
                                            {52, 2073600, 36864, 184320, 240000, 240000},
                                            {60, 4177920, 139264, 696320, 240000, 240000},
                                            {61, 8355840, 139264, 696320, 480000, 480000},
                                            {62, 16711680, 139264, 696320, 800000, 800000}}};

} // namespace

int lowest_h264_level(const H264Demand& demand) {
    const std::int64_t columns = (demand.width + 15) / 16;
    const std::int64_t rows = (demand.height + 15) / 16;
    const std::int64_t frame = columns * rows;
    const auto fits = [&](const Level& level) {
        return frame <= level.frame_macroblocks && columns * columns <= 8 * level.frame_macroblocks &&
               rows * rows <= 8 * level.frame_macroblocks &&
               static_cast<double>(frame) * demand.frame_rate <= static_cast<double>(level.macroblocks_per_second) &&
               frame * demand.frames_kept <= level.decoded_picture_macroblocks &&
               demand.maxrate <= level.max_kbps * 1250 && demand.bufsize <= level.cpb_kbit * 1250;
    };
    const auto* found = std::ranges::find_if(kLevels, fits);
    return found == kLevels.end() ? kLevels.back().idc : found->idc;
}

} // namespace framehand::media
