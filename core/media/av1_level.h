// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace framehand::media {

/// What an AV1 stream of the Main profile needs of a decoder.
struct Av1Demand {
    int width = 0;
    int height = 0;
    double frame_rate = 0;    ///< shown frames a second
    std::int64_t maxrate = 0; ///< bits a second
};

/// The lowest level of the AV1 bitstream specification, annex A.3, that allows it in the Main tier, as 10 times the
/// level ("31" is 3.1); 63 where even level 6.3 is too small.
[[nodiscard]] int lowest_av1_level(const Av1Demand& demand);

} // namespace framehand::media
