// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/playlist.h"
#include "core/media/verify/track.h"

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::media::verify {

enum class Container { Fmp4, MpegTs };

/// Who decided about the pictures of a video: our encoders, or that of the source.
enum class PictureOrigin { Encoded, Copied };

/// One segment as its bytes say it is. Times in ticks of the rendition's timescale, on the presentation timeline.
struct MeasuredSegment {
    std::string file;
    std::uint64_t bytes = 0;
    std::int64_t frames = 0;        ///< access units, or AAC frames
    std::int64_t start = 0;         ///< smallest presentation time
    std::int64_t last = 0;          ///< largest presentation time
    std::int64_t last_duration = 0; ///< of the frame at `last`
    std::int64_t min_gap = 0;       ///< smallest distance of two presentation times, 0 if there is one frame only
    std::int64_t decode_start = 0;
    std::int64_t decode_end = 0;     ///< decode time that the next segment must begin with; 0 for MPEG-TS video
    std::vector<std::int64_t> times; ///< video: presentation times of all pictures, rising
    std::vector<std::int64_t> idrs;  ///< video: those of the IDR pictures, rising
};

/// A media playlist and all of its segments, measured.
struct MeasuredRendition {
    std::string playlist; ///< file, relative to the root
    std::string map;      ///< init segment, "" for MPEG-TS
    Container container = Container::Fmp4;
    PictureOrigin origin = PictureOrigin::Encoded; ///< as the multivariant playlist says
    MediaPlaylist media;
    TrackFacts track;
    std::vector<MeasuredSegment> segments; ///< as many as media.segments, at least one

    [[nodiscard]] double seconds(std::int64_t ticks) const {
        return static_cast<double>(ticks) / static_cast<double>(track.timescale);
    }

    /// When segment `index` begins; for index == segments.size(), when the rendition ends.
    [[nodiscard]] std::int64_t boundary(std::size_t index) const {
        return index < segments.size() ? segments[index].start : segments.back().last + segments.back().last_duration;
    }

    [[nodiscard]] double duration() const { return seconds(boundary(segments.size()) - boundary(0)); }

    [[nodiscard]] std::int64_t frames() const;
    /// Mean distance of two frames, seconds.
    [[nodiscard]] double frame_duration() const;
    /// Bits a second over all segments.
    [[nodiscard]] double average_bandwidth() const;
    /// Largest bit rate of any run of segments of 0.5 to 1.5 target durations (RFC 8216 section 4.1). Where none is as
    /// long as that, the average.
    [[nodiscard]] double peak_bandwidth() const;
    /// Largest bit rate of any single segment.
    [[nodiscard]] double largest_segment_rate() const;
};

} // namespace framehand::media::verify
