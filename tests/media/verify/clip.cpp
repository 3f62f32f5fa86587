// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/verify/clip.h"

#include "core/media/av.h"

#include <gtest/gtest.h>

namespace framehand::test {

void cut_clip(const std::filesystem::path& video, const std::filesystem::path& clip, double seconds) {
    AVFormatContext* opened = nullptr;
    ASSERT_EQ(avformat_open_input(&opened, video.string().c_str(), nullptr, nullptr), 0) << video;
    const media::UniqueInputContext input(opened);
    ASSERT_GE(avformat_find_stream_info(input.get(), nullptr), 0);
    AVFormatContext* allocated = nullptr;
    ASSERT_GE(avformat_alloc_output_context2(&allocated, nullptr, "mp4", clip.string().c_str()), 0);
    const media::UniqueOutputContext output(allocated);
    for (unsigned i = 0; i < input->nb_streams; ++i) {
        const AVStream& from = *input->streams[i];
        AVStream* to = avformat_new_stream(output.get(), nullptr);
        ASSERT_NE(to, nullptr);
        ASSERT_GE(avcodec_parameters_copy(to->codecpar, from.codecpar), 0);
        ASSERT_GE(av_dict_copy(&to->metadata, from.metadata, 0), 0);
        to->codecpar->codec_tag = 0;
        to->time_base = from.time_base;
    }
    ASSERT_GE(avio_open(&output->pb, clip.string().c_str(), AVIO_FLAG_WRITE), 0);
    ASSERT_GE(avformat_write_header(output.get(), nullptr), 0);
    const media::UniquePacket packet(av_packet_alloc());
    while (av_read_frame(input.get(), packet.get()) >= 0) {
        const AVRational from = input->streams[packet->stream_index]->time_base;
        if (static_cast<double>(packet->pts) * av_q2d(from) >= seconds) {
            av_packet_unref(packet.get());
            continue;
        }
        av_packet_rescale_ts(packet.get(), from, output->streams[packet->stream_index]->time_base);
        ASSERT_GE(av_interleaved_write_frame(output.get(), packet.get()), 0);
    }
    ASSERT_EQ(av_write_trailer(output.get()), 0);
    avio_closep(&output->pb);
}

} // namespace framehand::test
