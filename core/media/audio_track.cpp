// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_track.h"

#include <algorithm>
#include <utility>

namespace framehand::media {

namespace {

// Measured: with 8 packets of lead-in and 4 frames behind, a join is as good as the unbroken stream.
constexpr std::int64_t kLeadInPackets = 8;
constexpr std::int64_t kTailPackets = 4;

} // namespace

AudioTrack::AudioTrack(const AudioPlan& plan, Rational segment_sec, Clock clock, AudioSegmenter::Ending ending,
                       PresentationTimeline& timeline, Decoder decoder, AudioEncoder encoder, SegmentWriter writer)
    : m_plan(plan), m_segment_sec(segment_sec), m_clock(clock), m_timeline(timeline), m_decoder(std::move(decoder)),
      m_encoder(std::move(encoder)), m_writer(std::move(writer)),
      m_segmenter(timeline, m_encoder.sample_rate(), m_encoder.frame_samples(), m_encoder.priming(), ending) {
}

base::Status AudioTrack::run(PacketQueue& packets, const std::function<void(std::int64_t)>& at) {
    if (m_clock == Clock::Video) {
        const auto start = m_timeline.wait_start();
        if (!start) {
            return {}; // video has failed or was stopped, and says so itself
        }
        start_at(*start);
    }
    const auto frame_sink = [this](UniqueFrame frame) { return take_frame(*frame); };
    while (auto packet = packets.pop()) {
        FH_TRY(m_decoder.decode(**packet, frame_sink));
        at(m_resampler ? m_resampler->produced() : 0);
        if (has_enough()) {
            packets.close();
            return finish();
        }
    }
    FH_TRY(m_decoder.finish(frame_sink));
    return finish();
}

void AudioTrack::start_at(const PresentationTimeline::Start& start) {
    std::int64_t packet = 0;
    if (start.first.pts > 0) {
        packet = std::max<std::int64_t>(0, m_segmenter.first_packet_at(start.first.pts) - kLeadInPackets);
    }
    m_encoder.begin_at(packet);
    m_segmenter.begin(packet, start.first);
    m_resampler.emplace(
        m_plan, AudioResampler::Origin{start.zero.pts, start.zero.time_base, packet * m_encoder.frame_samples()},
        m_decoder.time_base());
}

bool AudioTrack::has_enough() const {
    const auto end = m_timeline.known_end();
    if (!end || end->ending != PresentationTimeline::Ending::Range) {
        return false;
    }
    const std::int64_t last = m_segmenter.first_packet_at(end->pts) + kTailPackets;
    return m_resampler->produced() >= last * m_encoder.frame_samples();
}

base::Status AudioTrack::take_frame(const AVFrame& frame) {
    if (!m_resampler) {
        const std::int64_t first = frame.best_effort_timestamp;
        const PresentationTimeline::Start start{{first == AV_NOPTS_VALUE ? 0 : first, m_decoder.time_base()}, {}};
        start_at(start);
        m_timeline.set_start(start); // the source's other tracks wait for it
    }
    return m_resampler->push(frame, [this](const AVFrame& samples) { return take_samples(samples); });
}

base::Status AudioTrack::take_samples(const AVFrame& samples) {
    if (m_clock == Clock::Own) {
        const auto next = [&] { return rescale(m_own_boundaries + 1, m_segment_sec, {1, m_timeline.timescale()}); };
        for (; next() < m_resampler->produced(); ++m_own_boundaries) {
            m_timeline.add_boundary({next(), m_own_boundaries + 1});
        }
    }
    return m_encoder.encode(samples, [this](EncodedPacket packet) { return take_packet(std::move(packet)); });
}

base::Status AudioTrack::take_packet(EncodedPacket packet) {
    return m_segmenter.add(std::move(packet), [this](const EncodedPacket& cut) { return m_writer.write(cut); });
}

base::Status AudioTrack::finish() {
    if (m_resampler) {
        FH_TRY(m_resampler->finish([this](const AVFrame& samples) { return take_samples(samples); }));
    }
    if (m_clock == Clock::Own) {
        if (!m_resampler || m_resampler->produced() == 0) {
            return base::fail(base::ErrorCode::CorruptData, "no audio in the source could be decoded");
        }
        m_timeline.finish({m_resampler->produced(), PresentationTimeline::Ending::Film});
    }
    const auto end = m_timeline.wait_end();
    if (!end) {
        return {};
    }
    FH_TRY(end->ending == PresentationTimeline::Ending::Film ? finish_film(end->pts) : finish_range(end->pts));
    FH_ASSIGN(m_record, m_writer.finish_rendition(end->ending));
    return {};
}

base::Status AudioTrack::finish_film(std::int64_t end) {
    const std::int64_t total = rescale(end, {1, m_timeline.timescale()}, {1, m_encoder.sample_rate()});
    FH_TRY(m_encoder.finish(total, [this](EncodedPacket packet) { return take_packet(std::move(packet)); }));
    FH_TRY(m_segmenter.finish(total, [this](const EncodedPacket& cut) { return m_writer.write(cut); }));
    return m_writer.close_segment(total);
}

base::Status AudioTrack::finish_range(std::int64_t end) {
    const std::int64_t tail = (m_segmenter.first_packet_at(end) + kTailPackets) * m_encoder.frame_samples();
    FH_TRY(m_encoder.finish(tail, [this](EncodedPacket packet) { return take_packet(std::move(packet)); }));
    FH_ASSIGN(const std::int64_t total,
              m_segmenter.finish_range(end, [this](const EncodedPacket& cut) { return m_writer.write(cut); }));
    return m_writer.close_segment(total);
}

} // namespace framehand::media
