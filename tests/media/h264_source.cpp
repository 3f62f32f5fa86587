// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/h264_source.h"

#include "core/media/av.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <random>

namespace framehand::test {

using namespace media;

namespace {

constexpr int kSampleRate = 48000;
constexpr int kChunkMs = 100;
/// ATSC A/53 part 4: cc_data of one pair of bytes.
constexpr std::array<std::uint8_t, 3> kCaption = {0xfc, 0x94, 0x2c};

class H264Writer {
public:
    H264Writer(const std::filesystem::path& file, const H264Source& source) : m_source(source) {
        AVFormatContext* context = nullptr;
        check(avformat_alloc_output_context2(&context, nullptr, source.container.c_str(), file.string().c_str()));
        m_context.reset(context);
        m_context->avoid_negative_ts = 0;
        check(avio_open(&context->pb, file.string().c_str(), AVIO_FLAG_WRITE));
        open_encoder();
        m_video = avformat_new_stream(context, nullptr);
        check(avcodec_parameters_from_context(m_video->codecpar, m_encoder.get()));
        m_video->time_base = m_encoder->time_base;
        m_video->avg_frame_rate = m_encoder->framerate;
        m_video->sample_aspect_ratio = m_encoder->sample_aspect_ratio;
        if (source.audio_ms > 0) {
            open_audio();
        }
        check(avformat_write_header(context, nullptr));
    }

    H264Writer(const H264Writer&) = delete;
    H264Writer& operator=(const H264Writer&) = delete;

    ~H264Writer() {
        check(av_write_trailer(m_context.get()));
        avio_closep(&m_context->pb);
    }

    void write_all() {
        int audio_at = 0;
        for (int number = 0; number < m_source.frames; ++number) {
            for (; audio_at < m_source.audio_ms && audio_at * m_source.rate <= number * 1000; audio_at += kChunkMs) {
                write_audio(audio_at);
            }
            write_picture(number);
        }
        for (; audio_at < m_source.audio_ms; audio_at += kChunkMs) {
            write_audio(audio_at);
        }
        check(avcodec_send_frame(m_encoder.get(), nullptr));
        drain();
    }

private:
    static void check(int rc) { ASSERT_GE(rc, 0) << av_error_text(rc); }

    void open_encoder() {
        const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
        ASSERT_NE(codec, nullptr);
        m_encoder.reset(avcodec_alloc_context3(codec));
        m_encoder->width = m_source.width;
        m_encoder->height = m_source.height;
        m_encoder->pix_fmt = m_source.ten_bits ? AV_PIX_FMT_YUV420P10 : AV_PIX_FMT_YUV420P;
        m_encoder->time_base = {1, 2 * m_source.rate}; // half a frame can be said
        m_encoder->framerate = {m_source.rate, 1};
        m_encoder->bit_rate = m_source.bitrate;
        m_encoder->max_b_frames = m_source.profile == "baseline" ? 0 : 2;
        m_encoder->sample_aspect_ratio = {m_source.aspect_num, m_source.aspect_den};
        m_encoder->thread_count = 1;
        m_encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        if (m_source.says_color) {
            m_encoder->color_primaries = AVCOL_PRI_BT709;
            m_encoder->color_trc = AVCOL_TRC_BT709;
            m_encoder->colorspace = AVCOL_SPC_BT709;
            m_encoder->color_range = AVCOL_RANGE_MPEG;
        }
        AvDictionary options;
        options.set("preset", "superfast");
        if (!m_source.ten_bits) {
            options.set("profile", m_source.profile);
        }
        options.set("forced-idr", "1");
        options.set("x264-params", "keyint=infinite:scenecut=0:vbv-maxrate=" + std::to_string(m_source.bitrate / 500) +
                                       ":vbv-bufsize=" + std::to_string(m_source.bitrate / 500) +
                                       (m_source.x264.empty() ? "" : ":" + m_source.x264));
        check(avcodec_open2(m_encoder.get(), codec, options.address()));
    }

    void open_audio() {
        m_audio = avformat_new_stream(m_context.get(), nullptr);
        m_audio->codecpar->codec_type = AVMEDIA_TYPE_AUDIO;
        m_audio->codecpar->codec_id = AV_CODEC_ID_PCM_S16LE;
        m_audio->codecpar->format = AV_SAMPLE_FMT_S16;
        m_audio->codecpar->sample_rate = kSampleRate;
        m_audio->codecpar->bits_per_coded_sample = 16;
        av_channel_layout_default(&m_audio->codecpar->ch_layout, 1);
        m_audio->time_base = {1, kSampleRate};
    }

    /// The value of a sample: blocks that move to the right; noise where it is asked for.
    int value(int number, int x, int y) {
        if (number >= m_source.noisy_from) {
            return static_cast<int>(m_random() % 200) + 20;
        }
        return 60 + ((x + 3 * number) / 16 * 37 + y / 16 * 53) % 120 + static_cast<int>(m_random() % 6);
    }

    void write_picture(int number) {
        const UniqueFrame frame(av_frame_alloc());
        frame->width = m_source.width;
        frame->height = m_source.height;
        frame->format = m_encoder->pix_fmt;
        check(av_frame_get_buffer(frame.get(), 0));
        for (int plane = 0; plane < 3; ++plane) {
            const int rows = plane == 0 ? m_source.height : (m_source.height + 1) / 2;
            const int columns = plane == 0 ? m_source.width : (m_source.width + 1) / 2;
            for (int y = 0; y < rows; ++y) {
                std::uint8_t* row = frame->data[plane] + static_cast<std::ptrdiff_t>(y) * frame->linesize[plane];
                for (int x = 0; x < columns; ++x) {
                    const int shade = plane == 0 ? value(number, x, y) : 128;
                    if (m_source.ten_bits) {
                        reinterpret_cast<std::uint16_t*>(row)[x] = static_cast<std::uint16_t>(4 * shade);
                    } else {
                        row[x] = static_cast<std::uint8_t>(shade);
                    }
                }
            }
        }
        if (m_source.carries_captions) {
            AVFrameSideData* captions = av_frame_new_side_data(frame.get(), AV_FRAME_DATA_A53_CC, kCaption.size());
            ASSERT_NE(captions, nullptr);
            std::memcpy(captions->data, kCaption.data(), kCaption.size());
        }
        frame->pts = 2 * (number + m_source.first_number) + (number >= m_source.late_from ? 1 : 0);
        const bool is_idr = number == 0 || std::ranges::find(m_source.idrs, number) != m_source.idrs.end();
        frame->pict_type = is_idr ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
        check(avcodec_send_frame(m_encoder.get(), frame.get()));
        drain();
    }

    void drain() {
        const UniquePacket packet(av_packet_alloc());
        while (avcodec_receive_packet(m_encoder.get(), packet.get()) >= 0) {
            if (m_packets++ < m_source.from_packet) {
                av_packet_unref(packet.get());
                continue;
            }
            packet->stream_index = m_video->index;
            packet->duration = 2;
            av_packet_rescale_ts(packet.get(), m_encoder->time_base, m_video->time_base);
            check(av_interleaved_write_frame(m_context.get(), packet.get()));
        }
    }

    void write_audio(int at_ms) {
        const int samples = std::min(kChunkMs, m_source.audio_ms - at_ms) * kSampleRate / 1000;
        const UniquePacket packet(av_packet_alloc());
        check(av_new_packet(packet.get(), samples * 2));
        for (int i = 0; i < samples; ++i) {
            const auto sample = static_cast<std::int16_t>(i % 200 * 40);
            std::memcpy(packet->data + 2 * i, &sample, sizeof(sample));
        }
        packet->stream_index = m_audio->index;
        packet->pts = packet->dts = std::int64_t{at_ms} * kSampleRate / 1000;
        packet->duration = samples;
        av_packet_rescale_ts(packet.get(), {1, kSampleRate}, m_audio->time_base);
        check(av_interleaved_write_frame(m_context.get(), packet.get()));
    }

    const H264Source& m_source;
    UniqueOutputContext m_context;
    UniqueCodecContext m_encoder;
    AVStream* m_video = nullptr;
    AVStream* m_audio = nullptr;
    int m_packets = 0;
    std::minstd_rand m_random{1};
};

/// Where packet `number` of the video lies in the file, and its size.
std::pair<std::int64_t, int> place_of(const std::filesystem::path& file, int number) {
    AVFormatContext* opened = nullptr;
    EXPECT_EQ(avformat_open_input(&opened, file.string().c_str(), nullptr, nullptr), 0);
    const UniqueInputContext input(opened);
    const UniquePacket packet(av_packet_alloc());
    while (av_read_frame(input.get(), packet.get()) >= 0) {
        const bool is_video = input->streams[packet->stream_index]->codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
        if (is_video && number-- == 0) {
            return {packet->pos, packet->size};
        }
        av_packet_unref(packet.get());
    }
    ADD_FAILURE() << "no such packet in " << file;
    return {};
}

void overwrite(const std::filesystem::path& file, std::int64_t at, const std::string& bytes) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(at);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    ASSERT_TRUE(stream.good());
}

} // namespace

std::vector<int> every(int distance, int frames) {
    std::vector<int> numbers;
    for (int number = distance; number < frames; number += distance) {
        numbers.push_back(number);
    }
    return numbers;
}

void write_source(const std::filesystem::path& file, const H264Source& source) {
    H264Writer(file, source).write_all();
}

void break_packet(const std::filesystem::path& file, int number) {
    overwrite(file, place_of(file, number).first, "\x7f\xff\xff\xff");
}

void damage_picture(const std::filesystem::path& file, int number) {
    const auto [at, size] = place_of(file, number);
    overwrite(file, at + size / 2, std::string(static_cast<std::size_t>(size / 3), '\x55'));
}

} // namespace framehand::test
