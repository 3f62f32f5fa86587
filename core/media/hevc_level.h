// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace framehand::media {

/// What an H.265 stream of profile Main needs of a decoder.
struct HevcDemand {
    int width = 0;
    int height = 0;
    double frame_rate = 0;    ///< frames a second
    std::int64_t maxrate = 0; ///< bits a second
    std::int64_t bufsize = 0; ///< bits
};

/// The lowest general_level_idc (30 times the level) of ITU-T H.265 tables A.8 and A.9 that allows it in the Main tier;
/// 186 where even level 6.2 is too small. Pictures may reorder and refer to as many as any encoder of ours does: every
/// level keeps six of its largest.
[[nodiscard]] int lowest_hevc_level(const HevcDemand& demand);

} // namespace framehand::media
