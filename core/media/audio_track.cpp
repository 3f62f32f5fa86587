// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_track.h"

#include <utility>

namespace framehand::media {

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
    }
    FH_TRY(m_decoder.finish(frame_sink));
    return finish();
}

void AudioTrack::start_at(PresentationTimeline::Start start) {
    m_resampler.emplace(m_plan, start.pts, start.time_base, m_decoder.time_base());
}

base::Status AudioTrack::take_frame(const AVFrame& frame) {
    if (!m_resampler) {
        const std::int64_t first = frame.best_effort_timestamp;
        start_at({first == AV_NOPTS_VALUE ? 0 : first, m_decoder.time_base()});
    }
    return m_resampler->push(frame, [this](const AVFrame& samples) { return take_samples(samples); });
}

base::Status AudioTrack::take_samples(const AVFrame& samples) {
    if (m_clock == Clock::Own) {
        const auto next = [&] { return rescale(m_own_boundaries + 1, m_segment_sec, {1, m_timeline.timescale()}); };
        for (; next() < m_resampler->produced(); ++m_own_boundaries) {
            m_timeline.add_boundary(next());
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
        m_timeline.finish(m_resampler->produced());
    }
    const auto end = m_timeline.wait_end();
    if (!end) {
        return {};
    }
    const std::int64_t total = rescale(*end, {1, m_timeline.timescale()}, {1, m_encoder.sample_rate()});
    FH_TRY(m_encoder.finish(total, [this](EncodedPacket packet) { return take_packet(std::move(packet)); }));
    FH_TRY(m_segmenter.finish(total, [this](const EncodedPacket& cut) { return m_writer.write(cut); }));
    return m_writer.finish(total);
}

} // namespace framehand::media
