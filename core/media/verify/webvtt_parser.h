// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace framehand::media::verify {

/// When a cue is shown, milliseconds on the segment's local clock.
struct WebVttCue {
    std::int64_t start_ms = 0;
    std::int64_t end_ms = 0;
};

/// X-TIMESTAMP-MAP (RFC 8216 section 3.5): the local time `local_ms` is the media time `mpegts`.
struct TimestampMap {
    std::uint64_t mpegts = 0; ///< 90 kHz, 33 bits
    std::int64_t local_ms = 0;

    bool operator==(const TimestampMap&) const = default;
};

struct WebVttSegment {
    TimestampMap map;
    std::vector<WebVttCue> cues; ///< in the order of the file, which is that of their starts
};

/// A strict reader of WebVTT segments (W3C WebVTT, section 4; RFC 8216 section 3.5). Refuses what players repair in
/// different ways: no header, no or two X-TIMESTAMP-MAP, a malformed time, a cue that ends before it begins or begins
/// before the one above it, a cue without text, settings that no player knows, bytes that are not UTF-8. Pure; memory
/// is bounded by the text's own size.
class WebVttParser {
public:
    /// CorruptData: "line 7: ...". At most kMaxCues cues.
    [[nodiscard]] static base::Result<WebVttSegment> parse(std::string_view text);

    static constexpr std::size_t kMaxCues = 100'000;
};

} // namespace framehand::media::verify
