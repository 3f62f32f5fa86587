// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace framehand::media {

/// What an H.264 stream of profile High needs of a decoder.
struct H264Demand {
    int width = 0;
    int height = 0;
    double frame_rate = 0;    ///< frames a second
    std::int64_t maxrate = 0; ///< bits a second
    std::int64_t bufsize = 0; ///< bits
    int frames_kept = 4;      ///< reference and reordered frames
};

/// The lowest level_idc (10 times the level) of ITU-T H.264 table A-1 that allows it, with the High profile's factor of
/// 1.25 on the bit rates (A.3.3); 62 where even level 6.2 is too small.
[[nodiscard]] int lowest_h264_level(const H264Demand& demand);

} // namespace framehand::media
