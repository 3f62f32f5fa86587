// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/media/av.h"

#include <cstdint>

namespace framehand::media {

/// What begins at a picture, the same in every rung.
enum class Mark { None, GopStart, SegmentStart };

/// A converted picture on its way to the encoders.
struct Picture {
    UniqueFrame frame;      ///< 8-bit 4:2:0, upright, square pixels
    std::int64_t index = 0; ///< in display order, from 0
    std::int64_t pts = 0;   ///< ticks of the video's timescale, the first picture is at 0
    Mark mark = Mark::None;
};

using PacketQueue = base::BoundedQueue<UniquePacket>;
using FrameQueue = base::BoundedQueue<UniqueFrame>;
using PictureQueue = base::BoundedQueue<Picture>;

/// Where the package's timeline begins, in seconds: one constant for video and audio, so that no timestamp is negative
/// although encoders reorder frames and prime audio.
inline constexpr std::int64_t kTimelineOffsetSec = 10;

} // namespace framehand::media
