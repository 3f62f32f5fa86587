// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/synthetic_source.h"

#include "core/media/av.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

namespace framehand::test {

using namespace media;

namespace {

constexpr int kSampleRate = 48000;
constexpr int kAudioChunkMs = 100;

class SourceWriter {
public:
    SourceWriter(const std::filesystem::path& file, const SyntheticSource& source) : m_source(source) {
        AVFormatContext* context = nullptr;
        check(avformat_alloc_output_context2(&context, nullptr, source.container.c_str(), file.string().c_str()));
        m_context.reset(context);
        check(avio_open(&context->pb, file.string().c_str(), AVIO_FLAG_WRITE));
        if (!source.times_ms.empty()) {
            open_video();
        }
        if (source.audio_ms > 0) {
            open_audio();
        }
        if (source.container == "aiff") {
            check(av_opt_set(context->priv_data, "write_id3v2", "1", 0));
        }
        check(avformat_write_header(context, nullptr));
    }

    SourceWriter(const SourceWriter&) = delete;
    SourceWriter& operator=(const SourceWriter&) = delete;

    ~SourceWriter() {
        check(av_write_trailer(m_context.get()));
        avio_closep(&m_context->pb);
    }

    void write_all() {
        std::int64_t audio_at = 0;
        for (std::size_t i = 0; i < m_source.times_ms.size(); ++i) {
            for (; m_audio != nullptr && audio_at < m_source.audio_ms && audio_at <= m_source.times_ms[i];
                 audio_at += kAudioChunkMs) {
                write_audio(audio_at);
            }
            write_picture(i);
        }
        for (; m_audio != nullptr && audio_at < m_source.audio_ms; audio_at += kAudioChunkMs) {
            write_audio(audio_at);
        }
        if (m_encoder) {
            check(avcodec_send_frame(m_encoder.get(), nullptr));
            drain();
        }
    }

private:
    static void check(int rc) { ASSERT_GE(rc, 0) << av_error_text(rc); }

    [[nodiscard]] AVPixelFormat pixel_format() const {
        return m_source.cover_picture ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P;
    }

    void open_video() {
        const AVCodec* codec = avcodec_find_encoder(m_source.cover_picture ? AV_CODEC_ID_MJPEG : AV_CODEC_ID_MPEG4);
        ASSERT_NE(codec, nullptr);
        m_encoder.reset(avcodec_alloc_context3(codec));
        m_encoder->width = m_source.width;
        m_encoder->height = m_source.height;
        m_encoder->pix_fmt = pixel_format();
        m_encoder->time_base = {1, 1000};
        m_encoder->gop_size = 12;
        m_encoder->bit_rate = 400'000;
        if (m_source.noise > 0) {
            m_encoder->flags |= AV_CODEC_FLAG_QSCALE;
            m_encoder->global_quality = FF_QP2LAMBDA * 2;
        }
        m_encoder->sample_aspect_ratio = {static_cast<int>(m_source.sample_aspect_num),
                                          static_cast<int>(m_source.sample_aspect_den)};
        if ((m_context->oformat->flags & AVFMT_GLOBALHEADER) != 0) {
            m_encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        }
        check(avcodec_open2(m_encoder.get(), codec, nullptr));
        m_video = avformat_new_stream(m_context.get(), nullptr);
        check(avcodec_parameters_from_context(m_video->codecpar, m_encoder.get()));
        m_video->time_base = {1, 1000};
        m_video->sample_aspect_ratio = m_encoder->sample_aspect_ratio;
        if (m_source.cover_picture) {
            m_video->disposition |= AV_DISPOSITION_ATTACHED_PIC;
        }
    }

    void open_audio() {
        m_audio = avformat_new_stream(m_context.get(), nullptr);
        m_audio->codecpar->codec_type = AVMEDIA_TYPE_AUDIO;
        m_audio->codecpar->codec_id = m_source.container == "aiff" ? AV_CODEC_ID_PCM_S16BE : AV_CODEC_ID_PCM_S16LE;
        m_audio->codecpar->format = AV_SAMPLE_FMT_S16;
        m_audio->codecpar->sample_rate = kSampleRate;
        m_audio->codecpar->bits_per_coded_sample = 16;
        av_channel_layout_default(&m_audio->codecpar->ch_layout, 1);
        m_audio->time_base = {1, kSampleRate};
        av_dict_set(&m_audio->metadata, "language", "eng", 0);
    }

    void write_picture(std::size_t index) {
        const UniqueFrame frame(av_frame_alloc());
        frame->width = m_source.width;
        frame->height = m_source.height;
        frame->format = pixel_format();
        check(av_frame_get_buffer(frame.get(), 0));
        for (int i = 0; i < 3; ++i) {
            const int rows = i == 0 ? m_source.height : (m_source.height + 1) / 2;
            std::memset(frame->data[i], i == 0 ? 40 + static_cast<int>(index * 7 % 160) : 128,
                        static_cast<std::size_t>(frame->linesize[i]) * static_cast<std::size_t>(rows));
        }
        if (m_source.noise > 0) {
            add_noise(*frame);
        }
        frame->pts = m_source.times_ms[index];
        check(avcodec_send_frame(m_encoder.get(), frame.get()));
        drain();
    }

    void add_noise(AVFrame& frame) {
        const int darkest = 128 - m_source.noise / 2;
        std::uniform_int_distribution<int> step(0, m_source.noise);
        for (int y = 0; y < frame.height; ++y) {
            for (int x = 0; x < frame.width; ++x) {
                frame.data[0][y * frame.linesize[0] + x] = static_cast<std::uint8_t>(darkest + step(m_random));
            }
        }
    }

    void drain() {
        const UniquePacket packet(av_packet_alloc());
        while (avcodec_receive_packet(m_encoder.get(), packet.get()) >= 0) {
            packet->stream_index = m_video->index;
            av_packet_rescale_ts(packet.get(), {1, 1000}, m_video->time_base);
            check(av_interleaved_write_frame(m_context.get(), packet.get()));
        }
    }

    void write_audio(std::int64_t at_ms) {
        const auto millis = std::min<std::int64_t>(kAudioChunkMs, m_source.audio_ms - at_ms);
        const auto samples = static_cast<int>(millis * kSampleRate / 1000);
        const UniquePacket packet(av_packet_alloc());
        check(av_new_packet(packet.get(), samples * 2));
        auto* values = reinterpret_cast<std::int16_t*>(packet->data);
        for (int i = 0; i < samples; ++i) {
            values[i] = static_cast<std::int16_t>(8000 * std::sin(0.05 * i));
        }
        packet->stream_index = m_audio->index;
        packet->pts = packet->dts = (at_ms + m_source.audio_start_ms) * kSampleRate / 1000;
        packet->duration = samples;
        av_packet_rescale_ts(packet.get(), {1, kSampleRate}, m_audio->time_base);
        check(av_interleaved_write_frame(m_context.get(), packet.get()));
    }

    const SyntheticSource& m_source;
    UniqueOutputContext m_context;
    UniqueCodecContext m_encoder;
    AVStream* m_video = nullptr;
    AVStream* m_audio = nullptr;
    std::mt19937 m_random; ///< the same in every run
};

} // namespace

std::vector<std::int64_t> regular_times(int count, double rate) {
    std::vector<std::int64_t> times;
    for (int i = 0; i < count; ++i) {
        times.push_back(std::llround(i * 1000 / rate));
    }
    return times;
}

void write_source(const std::filesystem::path& file, const SyntheticSource& source) {
    SourceWriter(file, source).write_all();
}

} // namespace framehand::test
