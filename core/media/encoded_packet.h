// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/av.h"
#include "core/media/picture.h"

namespace framehand::media {

/// A compressed picture or audio frame, timed: pts, dts and duration are ticks of its rendition's timescale and include
/// the timeline's offset.
struct EncodedPacket {
    UniquePacket packet;
    GridPlace place;
};

} // namespace framehand::media
