// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoder.h"

#include <utility>

namespace framehand::media {

namespace {

constexpr std::int64_t kAlwaysForgiven = 10; // broken heads of recordings
constexpr std::int64_t kForgivenShare = 5;   // beyond that, one frame in so many

} // namespace

Decoder::Decoder(UniqueCodecContext context, Rational time_base, std::string kind)
    : m_context(std::move(context)), m_time_base(time_base), m_kind(std::move(kind)) {
}

base::Result<Decoder> Decoder::open(const AVStream& stream, int threads) {
    using base::ErrorCode;
    const AVCodecParameters& par = *stream.codecpar;
    const std::string name = avcodec_get_name(par.codec_id);
    const AVCodec* codec = avcodec_find_decoder(par.codec_id);
    if (codec == nullptr) {
        return base::fail(ErrorCode::Unsupported, "libav has no decoder for the codec \"" + name + "\"");
    }
    UniqueCodecContext context(avcodec_alloc_context3(codec));
    if (!context || avcodec_parameters_to_context(context.get(), &par) < 0) {
        return base::fail(ErrorCode::Internal, "out of memory while opening the decoder for \"" + name + "\"");
    }
    context->pkt_timebase = stream.time_base;
    context->thread_count = threads;
    context->max_pixels = 16384LL * 16384LL;
    if (const int rc = avcodec_open2(context.get(), codec, nullptr); rc < 0) {
        return base::fail(ErrorCode::Unsupported, "the decoder for \"" + name + "\" does not open", av_error_text(rc));
    }
    return Decoder(std::move(context), from_av(stream.time_base),
                   par.codec_type == AVMEDIA_TYPE_AUDIO ? "audio" : "video");
}

base::Status Decoder::decode(const AVPacket& packet, const Sink& sink) {
    for (;;) {
        const int rc = avcodec_send_packet(m_context.get(), &packet);
        if (rc == AVERROR(ENOMEM)) {
            return av_failure(rc, "out of memory while decoding " + m_kind);
        }
        if (rc < 0 && rc != AVERROR(EAGAIN)) {
            ++m_damaged;
            return judge_damage();
        }
        FH_TRY(drain(sink));
        if (rc >= 0) {
            return judge_damage();
        }
    }
}

base::Status Decoder::finish(const Sink& sink) {
    // Nothing to say if the decoder refuses: it then has nothing left inside.
    (void)avcodec_send_packet(m_context.get(), nullptr);
    FH_TRY(drain(sink));
    if (m_frames == 0 && m_damaged > 0) {
        return base::fail(base::ErrorCode::CorruptData, "no " + m_kind + " in the source could be decoded");
    }
    if (m_damaged > kAlwaysForgiven && m_damaged * kForgivenShare > m_frames) {
        return base::fail(base::ErrorCode::CorruptData,
                          "the source's " + m_kind + " is damaged: " + std::to_string(m_damaged) +
                              " parts could not be decoded, " + std::to_string(m_frames) + " could");
    }
    return {};
}

base::Status Decoder::drain(const Sink& sink) {
    for (int refused = 0;;) {
        UniqueFrame frame(av_frame_alloc());
        if (!frame) {
            return base::fail(base::ErrorCode::Internal, "out of memory while decoding " + m_kind);
        }
        const int rc = avcodec_receive_frame(m_context.get(), frame.get());
        if (rc == AVERROR(EAGAIN) || rc == AVERROR_EOF) {
            return {};
        }
        if (rc < 0) {
            ++m_damaged;
            if (++refused > 64) {
                return {}; // a decoder that fails without end would hold us here
            }
            continue;
        }
        if ((frame->flags & AV_FRAME_FLAG_CORRUPT) != 0) {
            ++m_damaged;
            continue;
        }
        ++m_frames;
        m_concealed += frame->decode_error_flags != 0 ? 1 : 0;
        FH_TRY(sink(std::move(frame)));
    }
}

base::Status Decoder::judge_damage() const {
    if (m_damaged > 1000 && m_damaged > m_frames) {
        return base::fail(base::ErrorCode::CorruptData,
                          "the source's " + m_kind + " is damaged: " + std::to_string(m_damaged) +
                              " parts could not be decoded, " + std::to_string(m_frames) + " could");
    }
    return {};
}

} // namespace framehand::media
