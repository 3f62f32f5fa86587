// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/playlist.h"
#include "core/media/verify/webvtt_parser.h"

#include <string>
#include <vector>

namespace framehand::media::verify {

struct SubtitleSegment {
    std::string file;
    WebVttSegment text;
};

/// A subtitle playlist and all of its segments, read.
struct MeasuredSubtitles {
    std::string playlist; ///< file, relative to the root
    MediaPlaylist media;
    std::vector<SubtitleSegment> segments; ///< as many as media.segments, at least one
};

} // namespace framehand::media::verify
