// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace framehand::media::verify {

/// One PES packet: an access unit of video, or a run of ADTS frames.
struct TsPes {
    std::int64_t pts = 0; ///< 90 kHz, 33 bits
    std::int64_t dts = 0;
    std::uint64_t offset = 0;       ///< of its first transport packet in the file
    std::uint64_t end = 0;          ///< after its last transport packet
    std::vector<std::uint8_t> data; ///< elementary stream bytes
};

struct TsStream {
    std::uint16_t pid = 0;
    std::uint8_t first_counter = 0; ///< continuity counter of the first packet with a payload
    std::uint8_t last_counter = 0;
    std::vector<TsPes> units; ///< at least one
};

/// A segment with one H.264 stream, one AAC (ADTS) stream, or both.
struct TsSegment {
    std::optional<TsStream> video;
    std::optional<TsStream> audio;
};

/// Walks the packets of an MPEG-TS media segment (ISO/IEC 13818-1; RFC 8216 section 3.2). Strict: 188-byte packets in
/// sync, PAT then PMT before any media, checksums of both right, continuity counters without a gap, a PTS on each PES
/// packet. Pure; holds at most one copy of the file's bytes.
class TsParser {
public:
    static constexpr std::size_t kPacketSize = 188;

    /// CorruptData names the packet; Unsupported for other stream types than H.264 and AAC in ADTS.
    [[nodiscard]] static base::Result<TsSegment> parse(Bytes file);
};

} // namespace framehand::media::verify
