// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/audio_encoder.h"
#include "core/media/audio_resampler.h"
#include "core/media/audio_segmenter.h"
#include "core/media/decoder.h"
#include "core/media/picture.h"
#include "core/media/presentation_timeline.h"
#include "core/media/segment_writer.h"

#include <functional>
#include <optional>

namespace framehand::media {

/// The whole audio side: decode, align to the video's timeline, encode once, cut, write. Runs on a thread of its own.
/// Where video begins in the middle of the film, audio begins a few packets before and drops them: the encoder and the
/// decoders of players carry over what was, so only then no seam is heard.
class AudioTrack {
public:
    /// Who decides where time 0, the cuts and the end are. Without video, audio does: `segment_sec` apart, from its
    /// first to its last sample.
    enum class Clock { Video, Own };

    /// `timeline` has the audio's sample rate as its timescale if the clock is Own.
    AudioTrack(const AudioPlan& plan, Rational segment_sec, Clock clock, AudioSegmenter::Ending ending,
               PresentationTimeline& timeline, Decoder decoder, AudioEncoder encoder, SegmentWriter writer);

    /// Works until `packets` ends, then until the timeline has its end. `at` is told how far it has come, in samples.
    [[nodiscard]] base::Status run(PacketQueue& packets, const std::function<void(std::int64_t)>& at);

    /// All finished segments, those of earlier runs too. Valid after run().
    [[nodiscard]] const RenditionRecord& record() const { return m_record; }

    [[nodiscard]] const Decoder& decoder() const { return m_decoder; }

private:
    [[nodiscard]] base::Status take_frame(const AVFrame& frame);
    [[nodiscard]] base::Status take_samples(const AVFrame& samples);
    [[nodiscard]] base::Status take_packet(EncodedPacket packet);
    [[nodiscard]] base::Status finish();
    [[nodiscard]] base::Status finish_film(std::int64_t end);
    [[nodiscard]] base::Status finish_range(std::int64_t end);
    [[nodiscard]] bool has_enough() const;
    void start_at(const PresentationTimeline::Start& start);

    const AudioPlan m_plan;
    const Rational m_segment_sec;
    const Clock m_clock;
    PresentationTimeline& m_timeline;
    Decoder m_decoder;
    AudioEncoder m_encoder;
    SegmentWriter m_writer;
    AudioSegmenter m_segmenter;
    std::optional<AudioResampler> m_resampler; ///< from the moment on that time 0 is known
    std::int64_t m_own_boundaries = 0;
    RenditionRecord m_record;
};

} // namespace framehand::media
