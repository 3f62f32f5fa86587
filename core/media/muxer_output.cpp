// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/muxer_output.h"

#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kIoBufferBytes = 64 * 1024;

int append_bytes(void* opaque, AvioWriteByte* data, int size) {
    static_cast<std::string*>(opaque)->append(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
    return size;
}

base::Error out_of_memory() {
    return base::fail(base::ErrorCode::Internal, "out of memory while opening a muxer");
}

} // namespace

MuxerOutput::MuxerOutput(std::unique_ptr<std::string> bytes, UniqueMuxerIo io, UniqueOutputContext context,
                         Rational time_base)
    : m_bytes(std::move(bytes)), m_io(std::move(io)), m_context(std::move(context)), m_time_base(time_base) {
}

base::Result<MuxerOutput> MuxerOutput::create(const char* format, const AVCodecParameters& parameters,
                                              std::int64_t timescale) {
    AVFormatContext* allocated = nullptr;
    if (const int rc = avformat_alloc_output_context2(&allocated, nullptr, format, nullptr); rc < 0) {
        return av_failure(rc, std::string("this libav cannot write ") + format);
    }
    UniqueOutputContext context(allocated);
    auto bytes = std::make_unique<std::string>();
    auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBufferBytes));
    UniqueMuxerIo io(avio_alloc_context(buffer, kIoBufferBytes, 1, bytes.get(), nullptr, &append_bytes, nullptr));
    if (!io) {
        av_free(buffer);
        return out_of_memory();
    }
    io->seekable = 0;
    context->pb = io.get();
    // Init segments depend on the plan alone, not on the version of a library.
    context->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    context->avoid_negative_ts = 0;
    context->max_delay = 0;
    AVStream* stream = avformat_new_stream(context.get(), nullptr);
    if (stream == nullptr || avcodec_parameters_copy(stream->codecpar, &parameters) < 0) {
        return out_of_memory();
    }
    // H.265 as Apple 1.10 wants it: parameter sets in the sample entry alone.
    const bool is_hevc_in_mp4 = parameters.codec_id == AV_CODEC_ID_HEVC && std::string_view(format) == "mp4";
    stream->codecpar->codec_tag = is_hevc_in_mp4 ? MKTAG('h', 'v', 'c', '1') : 0;
    stream->time_base = {1, static_cast<int>(timescale)};
    return MuxerOutput(std::move(bytes), std::move(io), std::move(context), {1, timescale});
}

base::Status MuxerOutput::write_header(AvDictionary& options) {
    if (const int rc = avformat_write_header(m_context.get(), options.address()); rc < 0) {
        return av_failure(rc, "the muxer cannot begin");
    }
    avio_flush(m_io.get());
    if (const std::string unknown = options.first_key(); !unknown.empty()) {
        return base::fail(base::ErrorCode::Unsupported, "this libav's muxer does not know the option " + unknown);
    }
    return {};
}

base::Status MuxerOutput::write(const AVPacket& packet) {
    const UniquePacket copy = packet_reference(packet);
    if (!copy) {
        return out_of_memory();
    }
    copy->stream_index = 0;
    av_packet_rescale_ts(copy.get(), to_av(m_time_base), m_context->streams[0]->time_base);
    if (const int rc = av_write_frame(m_context.get(), copy.get()); rc < 0) {
        return av_failure(rc, "a packet cannot be written");
    }
    return {};
}

base::Status MuxerOutput::flush() {
    if (const int rc = av_write_frame(m_context.get(), nullptr); rc < 0) {
        return av_failure(rc, "a fragment cannot be written");
    }
    avio_flush(m_io.get());
    return {};
}

base::Status MuxerOutput::set_option(const char* name, const char* value) {
    if (const int rc = av_opt_set(m_context->priv_data, name, value, 0); rc < 0) {
        return av_failure(rc, std::string("this libav's muxer does not know the option ") + name);
    }
    return {};
}

} // namespace framehand::media
