// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"
#include "core/media/verify/mp4_init_parser.h"

#include <cstdint>
#include <vector>

namespace framehand::media::verify {

/// One sample of a fragment: an access unit of video, or a packet of audio.
struct Mp4Sample {
    std::uint64_t offset = 0; ///< of its first byte in the file
    std::uint32_t size = 0;
    std::uint32_t duration = 0;         ///< ticks, distance to the next decode time
    std::int64_t decode_time = 0;       ///< ticks
    std::int64_t presentation_time = 0; ///< ticks, media time plus composition offset, before any edit list
};

/// One "moof" with the "mdat" that follows it.
struct Mp4Fragment {
    std::uint64_t offset = 0; ///< of the moof
    std::uint64_t end = 0;    ///< after the mdat
    std::uint32_t sequence = 0;
    std::int64_t decode_time = 0;     ///< tfdt
    std::int64_t end_decode_time = 0; ///< tfdt plus all durations
    std::vector<Mp4Sample> samples;   ///< at least one
};

/// Reads a media segment: pairs of "moof" and "mdat", and nothing between them but "styp", "sidx", "prft", "emsg" and
/// "free". Each sample's bytes are checked to lie in its own mdat. Pure; at most kMaxSamples samples.
class Mp4SegmentParser {
public:
    [[nodiscard]] static base::Result<std::vector<Mp4Fragment>> parse(Bytes file, const Mp4Init& init);

    static constexpr std::size_t kMaxSamples = 1'000'000;
};

} // namespace framehand::media::verify
