// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace framehand::media::verify {

enum class TrackKind { Video, Audio };

/// What the bytes of a rendition say about themselves: from an fMP4 init segment, or from the first MPEG-TS segment.
struct TrackFacts {
    TrackKind kind = TrackKind::Video;
    std::string codec;       ///< RFC 6381, lower case: "avc1.64001f", "mp4a.40.2"
    std::uint32_t width = 0; ///< video only
    std::uint32_t height = 0;
    std::uint32_t sample_rate = 0; ///< audio only
    std::uint32_t timescale = 0;   ///< ticks a second of all times of the rendition

    bool operator==(const TrackFacts&) const = default;
};

} // namespace framehand::media::verify
