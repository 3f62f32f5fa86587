// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_encoder.h"

#include <algorithm>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::int64_t kSilencePart = 64 * 1024;

base::Error out_of_memory() {
    return base::fail(base::ErrorCode::Internal, "out of memory while encoding audio");
}

void** planes_of(const AVFrame& frame) {
    return reinterpret_cast<void**>(frame.extended_data);
}

} // namespace

AudioEncoder::AudioEncoder(UniqueCodecContext context, UniqueAudioFifo fifo)
    : m_context(std::move(context)), m_fifo(std::move(fifo)) {
}

base::Result<AudioEncoder> AudioEncoder::open(const AudioPlan& plan) {
    using base::ErrorCode;
    const AVCodec* codec = avcodec_find_encoder_by_name(plan.encoder.c_str());
    if (codec == nullptr) {
        return base::fail(ErrorCode::Unsupported, "this libav has no encoder \"" + plan.encoder + "\"");
    }
    UniqueCodecContext context(avcodec_alloc_context3(codec));
    if (!context) {
        return out_of_memory();
    }
    context->sample_fmt = AV_SAMPLE_FMT_FLTP;
    context->sample_rate = plan.sample_rate;
    context->time_base = {1, plan.sample_rate};
    context->bit_rate = plan.bitrate;
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_channel_layout_default(&context->ch_layout, plan.channels);
    if (const int rc = avcodec_open2(context.get(), codec, nullptr); rc < 0) {
        return base::fail(ErrorCode::Unsupported, "the audio encoder " + plan.encoder + " does not open",
                          av_error_text(rc));
    }
    if (context->frame_size <= 0) {
        return base::fail(ErrorCode::Unsupported, "the audio encoder " + plan.encoder + " has no fixed frame size");
    }
    UniqueAudioFifo fifo(av_audio_fifo_alloc(AV_SAMPLE_FMT_FLTP, plan.channels, context->frame_size * 4));
    if (!fifo) {
        return out_of_memory();
    }
    return AudioEncoder(std::move(context), std::move(fifo));
}

void AudioEncoder::begin_at(std::int64_t packet) {
    m_packets = packet;
    m_taken = packet * frame_samples();
}

base::Status AudioEncoder::encode(const AVFrame& samples, const Sink& sink) {
    if (av_audio_fifo_write(m_fifo.get(), planes_of(samples), samples.nb_samples) < samples.nb_samples) {
        return out_of_memory();
    }
    while (av_audio_fifo_size(m_fifo.get()) >= frame_samples()) {
        FH_TRY(encode_from_fifo(frame_samples(), sink));
    }
    return {};
}

base::Status AudioEncoder::finish(std::int64_t total, const Sink& sink) {
    FH_TRY(add_silence(total - m_taken - av_audio_fifo_size(m_fifo.get()), sink));
    const std::int64_t left = std::clamp<std::int64_t>(total - m_taken, 0, av_audio_fifo_size(m_fifo.get()));
    if (left > 0) {
        FH_TRY(encode_from_fifo(static_cast<int>(left), sink));
    }
    if (const int rc = avcodec_send_frame(m_context.get(), nullptr); rc < 0) {
        return av_failure(rc, "the audio encoder failed at the end");
    }
    return receive_all(sink);
}

base::Result<UniqueCodecParameters> AudioEncoder::parameters() const {
    UniqueCodecParameters parameters(avcodec_parameters_alloc());
    if (!parameters || avcodec_parameters_from_context(parameters.get(), m_context.get()) < 0) {
        return out_of_memory();
    }
    // The priming is in the timestamps; muxers must not take it out a second time.
    parameters->initial_padding = 0;
    return parameters;
}

base::Status AudioEncoder::encode_from_fifo(int samples, const Sink& sink) {
    FH_ASSIGN(const UniqueFrame frame, make_frame(samples));
    if (av_audio_fifo_read(m_fifo.get(), planes_of(*frame), samples) < samples) {
        return out_of_memory();
    }
    frame->pts = m_taken;
    m_taken += samples;
    if (const int rc = avcodec_send_frame(m_context.get(), frame.get()); rc < 0) {
        return av_failure(rc, "the audio encoder failed");
    }
    return receive_all(sink);
}

base::Status AudioEncoder::add_silence(std::int64_t samples, const Sink& sink) {
    while (samples > 0) {
        const int part = static_cast<int>(std::min(samples, kSilencePart));
        FH_ASSIGN(const UniqueFrame frame, make_frame(part));
        av_samples_set_silence(frame->extended_data, 0, part, m_context->ch_layout.nb_channels, AV_SAMPLE_FMT_FLTP);
        FH_TRY(encode(*frame, sink));
        samples -= part;
    }
    return {};
}

base::Status AudioEncoder::receive_all(const Sink& sink) {
    for (;;) {
        EncodedPacket encoded;
        encoded.packet.reset(av_packet_alloc());
        if (!encoded.packet) {
            return out_of_memory();
        }
        const int rc = avcodec_receive_packet(m_context.get(), encoded.packet.get());
        if (rc == AVERROR(EAGAIN) || rc == AVERROR_EOF) {
            return {};
        }
        if (rc < 0) {
            return av_failure(rc, "the audio encoder failed");
        }
        AVPacket& packet = *encoded.packet;
        packet.pts = kTimelineOffsetSec * sample_rate() - priming() + m_packets * frame_samples();
        packet.dts = packet.pts;
        packet.duration = frame_samples();
        ++m_packets;
        FH_TRY(sink(std::move(encoded)));
    }
}

base::Result<UniqueFrame> AudioEncoder::make_frame(int samples) const {
    UniqueFrame frame(av_frame_alloc());
    if (!frame) {
        return out_of_memory();
    }
    frame->nb_samples = samples;
    frame->format = m_context->sample_fmt;
    frame->sample_rate = m_context->sample_rate;
    if (av_channel_layout_copy(&frame->ch_layout, &m_context->ch_layout) < 0 ||
        av_frame_get_buffer(frame.get(), 0) < 0) {
        return out_of_memory();
    }
    return frame;
}

} // namespace framehand::media
