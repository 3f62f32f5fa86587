// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::media {

/// A subtitle: what is shown from `start_ms` up to `end_ms`, milliseconds from the package's time 0.
struct TextCue {
    std::int64_t start_ms = 0;
    std::int64_t end_ms = 0; ///< after start_ms
    std::string text;        ///< of a WebVTT cue: escaped, without an empty line

    bool operator==(const TextCue&) const = default;
};

/// A WebVTT segment (RFC 8216 section 3.5). Its X-TIMESTAMP-MAP says that the cues count from where the timestamps of
/// video and audio have their kTimelineOffsetSec. Without cues it is the empty segment that a playlist needs for time
/// in which nobody speaks (Apple 5.5).
[[nodiscard]] std::string webvtt_segment(const std::vector<const TextCue*>& cues);

} // namespace framehand::media
