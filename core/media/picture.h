// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/media/av.h"
#include "core/media/gop_statistics.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace framehand::media {

/// What begins at a picture, the same in every rung.
enum class Mark { None, GopStart, SegmentStart };

/// A picture's place in the grid of the whole film.
struct GridPlace {
    Mark mark = Mark::None;
    std::int64_t segment = 0; ///< number of the segment that it belongs to

    bool operator==(const GridPlace&) const = default;
};

/// A converted picture on its way to the encoders.
struct Picture {
    UniqueFrame frame;      ///< 8-bit 4:2:0, upright, square pixels
    std::int64_t index = 0; ///< in display order, from 0 where the run begins
    std::int64_t pts = 0;   ///< ticks of the video's timescale, the film's first picture is at 0
    GridPlace place;
    /// Times of the pictures just before, earliest first, at a mark: decode times behind it need them, also where
    /// those pictures went to another encoder or to none. Fewer only at the film's start.
    std::vector<std::int64_t> history = {};
    /// Of the GOP that begins here, from the largest rung, for the smaller ones; null where there is none.
    std::shared_ptr<const GopStatistics> statistics = nullptr;
};

/// More than any encoder here reorders.
inline constexpr std::size_t kHistoryPictures = 4;

using PacketQueue = base::BoundedQueue<UniquePacket>;
using FrameQueue = base::BoundedQueue<UniqueFrame>;
using PictureQueue = base::BoundedQueue<Picture>;

/// Where the package's timeline begins, in seconds: one constant for video and audio, so that no timestamp is negative
/// although encoders reorder frames and prime audio.
inline constexpr std::int64_t kTimelineOffsetSec = 10;

} // namespace framehand::media
