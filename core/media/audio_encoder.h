// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_packet.h"
#include "core/media/plan.h"

#include <cstdint>
#include <functional>

namespace framehand::media {

/// Encodes one unbroken stream of samples as AAC. Packet n has pts OFFSET - priming + n * frame_samples(), so the first
/// one, which only primes the decoder, lies before the timeline. Used by one thread at a time.
class AudioEncoder {
public:
    using Sink = std::function<base::Status(EncodedPacket)>;

    [[nodiscard]] static base::Result<AudioEncoder> open(const AudioPlan& plan);

    /// Before the first sample: the samples begin at packet `packet` of the unbroken stream, not at its start.
    void begin_at(std::int64_t packet);
    /// Planar float samples with the plan's rate and channels.
    [[nodiscard]] base::Status encode(const AVFrame& samples, const Sink& sink);
    /// The end. Silence is added up to `total` samples from the start; what lies beyond is dropped if it still can be.
    [[nodiscard]] base::Status finish(std::int64_t total, const Sink& sink);

    [[nodiscard]] base::Result<UniqueCodecParameters> parameters() const;

    [[nodiscard]] int frame_samples() const { return m_context->frame_size; }

    [[nodiscard]] int priming() const { return m_context->initial_padding; }

    [[nodiscard]] int sample_rate() const { return m_context->sample_rate; }

private:
    AudioEncoder(UniqueCodecContext context, UniqueAudioFifo fifo);
    [[nodiscard]] base::Status encode_from_fifo(int samples, const Sink& sink);
    [[nodiscard]] base::Status add_silence(std::int64_t samples, const Sink& sink);
    [[nodiscard]] base::Status receive_all(const Sink& sink);
    [[nodiscard]] base::Result<UniqueFrame> make_frame(int samples) const;

    UniqueCodecContext m_context;
    UniqueAudioFifo m_fifo;
    std::int64_t m_taken = 0;   ///< where the next sample for the encoder belongs, from the stream's start
    std::int64_t m_packets = 0; ///< number of the next packet that it gives back
};

} // namespace framehand::media
