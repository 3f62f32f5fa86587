// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_packet.h"
#include "core/media/presentation_timeline.h"

#include <cstdint>
#include <deque>
#include <functional>

namespace framehand::media {

/// Cuts the one audio track where video is cut: each segment begins at the packet whose start is nearest to the video's
/// boundary. Packets wait (compressed: some 16 kB a second) until the boundary behind them is known, so that audio
/// never holds video up. Used by one thread at a time.
class AudioSegmenter {
public:
    using Sink = std::function<base::Status(EncodedPacket)>;

    /// How the end is met: MP4 can shorten its last packet, a transport stream can only leave it out.
    enum class Ending { TrimLastPacket, WholePackets };

    AudioSegmenter(const PresentationTimeline& timeline, int sample_rate, int frame_samples, int priming,
                   Ending ending);

    /// Number of the packet with which a segment begins that video begins at `boundary`.
    [[nodiscard]] std::int64_t first_packet_at(std::int64_t boundary) const;
    /// Before the first packet: it has number `packet`, and those before segment `first` only lead in and are dropped.
    void begin(std::int64_t packet, const PresentationTimeline::Boundary& first);

    [[nodiscard]] base::Status add(EncodedPacket packet, const Sink& sink);
    /// The end of a part of the film, at the boundary `end`: packets that belong behind it are dropped. Where the last
    /// segment ends, in samples from 0.
    [[nodiscard]] base::Result<std::int64_t> finish_range(std::int64_t end, const Sink& sink);
    /// The film's end, `total` samples from 0: later packets are dropped, and the last one is trimmed or left out to
    /// meet it.
    [[nodiscard]] base::Status finish(std::int64_t total, const Sink& sink);

private:
    [[nodiscard]] base::Status release_before(std::int64_t number, const Sink& sink);
    [[nodiscard]] base::Status release_known(std::int64_t limit, const Sink& sink);

    const PresentationTimeline& m_timeline;
    const int m_sample_rate;
    const int m_frame_samples;
    const int m_priming;
    const Ending m_ending;
    std::deque<EncodedPacket> m_waiting;
    std::int64_t m_front = 0;          ///< number of the first waiting packet
    std::int64_t m_dropped_before = 0; ///< number of the first packet that counts
    std::size_t m_boundaries_used = 0;
    GridPlace m_next = {Mark::SegmentStart, 0}; ///< of the next packet that is released
};

} // namespace framehand::media
