// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::media {

/// What a look at every packet of a video says about copying it (copy_scan.h). Times are ticks of the stream.
struct CopyFacts {
    /// An IDR picture and all that follow it up to the next, which need nothing before it.
    struct Gop {
        std::int64_t pts = 0; ///< of the IDR picture, the first that is shown
        std::int64_t bytes = 0;

        bool operator==(const Gop&) const = default;
    };

    std::string obstacle;      ///< why it cannot be copied: "its pictures are interlaced"; "" where it can
    std::string profile;       ///< "baseline", "main", "high"; this and all below only where it can
    int level = 0;             ///< 10 times the level
    int reordering = 0;        ///< how many pictures a picture may be decoded before its turn to be shown
    std::vector<Gop> gops;     ///< in order; never empty
    std::int64_t last_pts = 0; ///< of the last picture that is shown

    bool operator==(const CopyFacts&) const = default;
};

} // namespace framehand::media
