// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/av.h"

#include <array>

namespace framehand::media {

std::string AvDictionary::first_key() const {
    const AVDictionaryEntry* entry = av_dict_get(m_dictionary, "", nullptr, AV_DICT_IGNORE_SUFFIX);
    return entry == nullptr ? std::string() : std::string(entry->key);
}

std::string av_error_text(int error) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(error, text.data(), text.size());
    return text.data();
}

base::Error av_failure(int error, std::string message) {
    using base::ErrorCode;
    const auto as = [&](ErrorCode code) { return base::fail(code, std::move(message), av_error_text(error)); };
    switch (error) {
    case AVERROR_EXIT:
        return as(ErrorCode::Cancelled);
    case AVERROR_INVALIDDATA:
    case AVERROR_EOF:
        return as(ErrorCode::CorruptData);
    case AVERROR_DECODER_NOT_FOUND:
    case AVERROR_DEMUXER_NOT_FOUND:
    case AVERROR_ENCODER_NOT_FOUND:
    case AVERROR_MUXER_NOT_FOUND:
    case AVERROR_FILTER_NOT_FOUND:
    case AVERROR_PATCHWELCOME:
    case AVERROR(ENOSYS):
        return as(ErrorCode::Unsupported);
    case AVERROR(EINVAL):
        // An argument of ours, not of the caller's: what libav refuses here is what a file or a driver cannot do.
        return as(ErrorCode::Unsupported);
    default:
        break;
    }
    // libav's own tags are far below every errno value.
    if (error < 0 && error > -4096) {
        return base::error_from_errno(AVUNERROR(error), std::move(message));
    }
    return as(ErrorCode::Internal);
}

UniqueFrame frame_reference(const AVFrame& frame) {
    return UniqueFrame(av_frame_clone(&frame));
}

UniquePacket packet_reference(const AVPacket& packet) {
    return UniquePacket(av_packet_clone(&packet));
}

std::int64_t frame_duration(const AVFrame& frame) {
#if FH_AV_HAS_FRAME_DURATION
    return frame.duration;
#else
    return frame.pkt_duration;
#endif
}

bool is_interlaced(const AVFrame& frame) {
#if FH_AV_HAS_FRAME_FLAGS
    return (frame.flags & AV_FRAME_FLAG_INTERLACED) != 0;
#else
    return frame.interlaced_frame != 0;
#endif
}

std::size_t frame_bytes(const AVFrame& frame) {
    std::size_t bytes = 0;
    for (const AVBufferRef* buffer : frame.buf) {
        bytes += buffer == nullptr ? 0 : buffer->size;
    }
    return bytes;
}

std::vector<AVPixelFormat> encoder_pixel_formats(const AVCodec& codec) {
    std::vector<AVPixelFormat> formats;
#if FH_AV_HAS_SUPPORTED_CONFIG
    const void* list = nullptr;
    int count = 0;
    if (avcodec_get_supported_config(nullptr, &codec, AV_CODEC_CONFIG_PIX_FORMAT, 0, &list, &count) >= 0 && list) {
        const auto* first = static_cast<const AVPixelFormat*>(list);
        formats.assign(first, first + count);
    }
#else
    for (const AVPixelFormat* format = codec.pix_fmts; format != nullptr && *format != AV_PIX_FMT_NONE; ++format) {
        formats.push_back(*format);
    }
#endif
    return formats;
}

const std::uint8_t* stream_side_data(const AVStream& stream, AVPacketSideDataType type, std::size_t& size) {
    size = 0;
#if FH_AV_HAS_CODED_SIDE_DATA
    const AVPacketSideData* found =
        av_packet_side_data_get(stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, type);
    if (found == nullptr) {
        return nullptr;
    }
    size = found->size;
    return found->data;
#else
    return av_stream_get_side_data(&stream, type, &size);
#endif
}

} // namespace framehand::media
