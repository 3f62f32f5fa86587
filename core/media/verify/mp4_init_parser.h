// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"
#include "core/media/verify/track.h"

#include <cstdint>

namespace framehand::media::verify {

/// An fMP4 init segment with exactly one track.
struct Mp4Init {
    TrackFacts track;
    std::uint32_t track_id = 0;
    unsigned nal_length_size = 4;        ///< H.264 and H.265 only: 1, 2 or 4
    std::int64_t presentation_shift = 0; ///< media_time of the edit list: presentation time = media time - this, ticks
    // Defaults of the movie's "trex".
    std::uint32_t default_duration = 0;
    std::uint32_t default_size = 0;
    std::uint32_t default_flags = 0;
};

/// Reads "ftyp" and "moov" of an init segment. H.264 ("avc1"), H.265 ("hvc1"), AV1 ("av01") and
/// AAC ("mp4a") only. Pure.
class Mp4InitParser {
public:
    /// CorruptData for a broken structure, Unsupported for another codec.
    [[nodiscard]] static base::Result<Mp4Init> parse(Bytes file);
};

} // namespace framehand::media::verify
