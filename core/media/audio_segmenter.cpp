// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_segmenter.h"

#include <algorithm>
#include <utility>

namespace framehand::media {

AudioSegmenter::AudioSegmenter(const PresentationTimeline& timeline, int sample_rate, int frame_samples, int priming,
                               Ending ending)
    : m_timeline(timeline), m_sample_rate(sample_rate), m_frame_samples(frame_samples), m_priming(priming),
      m_ending(ending) {
}

void AudioSegmenter::begin(std::int64_t packet, const PresentationTimeline::Boundary& first) {
    m_front = packet;
    m_dropped_before = first.pts == 0 ? 0 : first_packet_at(first.pts);
    m_next = {Mark::SegmentStart, first.segment};
}

base::Status AudioSegmenter::add(EncodedPacket packet, const Sink& sink) {
    m_waiting.push_back(std::move(packet));
    return release_known(m_front + static_cast<std::int64_t>(m_waiting.size()), sink);
}

base::Result<std::int64_t> AudioSegmenter::finish_range(std::int64_t end, const Sink& sink) {
    const std::int64_t behind = first_packet_at(end);
    FH_TRY(release_known(behind - 1, sink));
    FH_TRY(release_before(behind, sink));
    m_waiting.clear();
    return behind * m_frame_samples - m_priming;
}

base::Status AudioSegmenter::finish(std::int64_t total, const Sink& sink) {
    const std::int64_t up = m_ending == Ending::TrimLastPacket ? m_frame_samples - 1 : 0;
    const std::int64_t count = std::max<std::int64_t>(1, (total + m_priming + up) / m_frame_samples);
    while (m_front + static_cast<std::int64_t>(m_waiting.size()) > count && !m_waiting.empty()) {
        m_waiting.pop_back();
    }
    if (!m_waiting.empty() && m_ending == Ending::TrimLastPacket) {
        const std::int64_t last = m_front + static_cast<std::int64_t>(m_waiting.size()) - 1;
        const std::int64_t duration = total + m_priming - last * m_frame_samples;
        m_waiting.back().packet->duration = std::clamp<std::int64_t>(duration, 1, m_frame_samples);
    }
    FH_TRY(release_known(count - 1, sink));
    return release_before(count, sink);
}

std::int64_t AudioSegmenter::first_packet_at(std::int64_t boundary) const {
    const std::int64_t sample = rescale(boundary, {1, m_timeline.timescale()}, {1, m_sample_rate}) + m_priming;
    return (sample + m_frame_samples / 2) / m_frame_samples;
}

base::Status AudioSegmenter::release_before(std::int64_t number, const Sink& sink) {
    while (m_front < number && !m_waiting.empty()) {
        EncodedPacket packet = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (m_front++ < m_dropped_before) {
            continue;
        }
        packet.place = m_next;
        m_next.mark = Mark::None;
        FH_TRY(sink(std::move(packet)));
    }
    return {};
}

base::Status AudioSegmenter::release_known(std::int64_t limit, const Sink& sink) {
    for (const auto& [boundary, segment] : m_timeline.boundaries_from(m_boundaries_used)) {
        const std::int64_t number = first_packet_at(boundary);
        if (number > limit) {
            return {};
        }
        ++m_boundaries_used;
        FH_TRY(release_before(number, sink));
        // Two boundaries within one packet are one.
        m_next = {Mark::SegmentStart, segment};
    }
    return {};
}

} // namespace framehand::media
