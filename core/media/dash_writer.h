// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/rational.h"
#include "core/media/rendition_record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::media {

/// The DASH manifest of a finished package (ISO/IEC 23009-1, static) over the segments that its HLS playlists name.

struct DashVideo {
    std::string folder; ///< of its segments, relative to the manifest
    const RenditionRecord* record = nullptr;
    std::int64_t bandwidth = 0; ///< measured peak, bits a second
    int width = 0;
    int height = 0;
    Rational frame_rate;
};

struct DashAudio {
    std::string folder;
    const RenditionRecord* record = nullptr;
    std::int64_t bandwidth = 0;
    int channels = 2;
    int sample_rate = 48000;
    std::string language; ///< RFC 5646
    std::string name;     ///< what a player's menu shows
    bool describes_video = false;
};

struct DashPresentation {
    std::vector<DashVideo> video;
    std::vector<DashAudio> audio; ///< the first is the main one
    std::int64_t target_duration_sec = 1;
};

/// The MPD. Renditions of one video codec are one AdaptationSet, H.264 first; each audio track is one of its own. Where
/// segments are numbered without a gap it keeps the profile isoff-live (SegmentTemplate with SegmentTimeline); else, as
/// isoff-main, it lists them by name.
[[nodiscard]] std::string dash_manifest(const DashPresentation& presentation);

} // namespace framehand::media
