// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/measured_rendition.h"
#include "core/media/verify/mp4_init_parser.h"
#include "core/media/verify/ts_parser.h"

#include <optional>
#include <string>
#include <vector>

namespace framehand::media::verify {

/// Measures the segments of one rendition in their order, from their bytes alone.
class SegmentMeter {
public:
    /// What one segment turned out to be.
    struct Measured {
        MeasuredSegment segment;                  ///< without its file name
        std::vector<std::string> keyframe_faults; ///< sentences
        std::vector<std::string> timeline_faults;
    };

    /// fMP4: `init` is needed. MPEG-TS: each segment carries its own parameters.
    explicit SegmentMeter(std::optional<Mp4Init> init) : m_init(std::move(init)) {
        if (m_init) {
            m_track = m_init->track;
        }
    }

    /// CorruptData or Unsupported if the segment's structure is broken.
    [[nodiscard]] base::Result<Measured> measure(Bytes file);

    /// Known from the init segment, or after the first segment.
    [[nodiscard]] const TrackFacts& track() const { return *m_track; }

private:
    [[nodiscard]] base::Result<Measured> measure_fmp4(Bytes file);
    [[nodiscard]] base::Result<Measured> measure_ts(Bytes file);
    [[nodiscard]] base::Result<TrackFacts> measure_ts_video(const TsStream& stream, Measured& measured);
    [[nodiscard]] base::Result<TrackFacts> measure_ts_audio(const TsStream& stream, Measured& measured);
    [[nodiscard]] std::int64_t unwrap(std::int64_t timestamp);

    std::optional<Mp4Init> m_init;
    std::optional<TrackFacts> m_track;
    std::optional<std::uint32_t> m_sequence;      ///< fMP4: of the fragment before
    std::optional<std::uint8_t> m_counter;        ///< MPEG-TS: continuity counter of the packet before
    std::optional<std::int64_t> m_last_timestamp; ///< MPEG-TS: unwrapped
};

} // namespace framehand::media::verify
