// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/segment_decoder.h"

#include "core/media/av.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

constexpr int kIoBuffer = 32 * 1024;
constexpr std::int64_t kMaxPixels = INT64_C(8192) * 8192;

/// Two byte ranges, one after the other, as a seekable file.
class MemoryFile {
public:
    MemoryFile(Bytes head, Bytes tail) : m_head(head), m_tail(tail) {}

    static int read(void* self, std::uint8_t* buffer, int size) {
        return static_cast<MemoryFile*>(self)->read(buffer, static_cast<std::size_t>(std::max(size, 0)));
    }

    static std::int64_t seek(void* self, std::int64_t offset, int whence) {
        return static_cast<MemoryFile*>(self)->seek(offset, whence);
    }

private:
    int read(std::uint8_t* buffer, std::size_t size) {
        const Bytes part =
            m_position < m_head.size() ? m_head.subspan(m_position) : m_tail.subspan(m_position - m_head.size());
        const std::size_t count = std::min(size, part.size());
        if (count == 0) {
            return AVERROR_EOF;
        }
        std::memcpy(buffer, part.data(), count);
        m_position += count;
        return static_cast<int>(count);
    }

    std::int64_t seek(std::int64_t offset, int whence) {
        const auto end = static_cast<std::int64_t>(m_head.size() + m_tail.size());
        if ((whence & AVSEEK_SIZE) != 0) {
            return end;
        }
        const int from = whence & ~AVSEEK_FORCE;
        const std::int64_t base = from == SEEK_CUR ? static_cast<std::int64_t>(m_position) : from == SEEK_END ? end : 0;
        if (offset < -base || offset > end - base) {
            return AVERROR(EINVAL);
        }
        m_position = static_cast<std::size_t>(base + offset);
        return base + offset;
    }

    Bytes m_head;
    Bytes m_tail;
    std::size_t m_position = 0;
};

base::Error damaged(int error, std::string what) {
    return fail(ErrorCode::CorruptData, std::move(what), av_error_text(error));
}

std::string after(std::int64_t frames) {
    return "does not decode after " + std::to_string(frames) + " frames";
}

Result<UniqueCodecContext> open_decoder(const AVStream& stream) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    UniqueCodecContext decoder(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
    if (!decoder) {
        return fail(ErrorCode::Unsupported, "no decoder for it in this build of libavcodec");
    }
    decoder->max_pixels = kMaxPixels;
    decoder->thread_count = 1;
    decoder->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
    if (avcodec_parameters_to_context(decoder.get(), stream.codecpar) < 0) {
        return fail(ErrorCode::Internal, "memory is out");
    }
    if (const int error = avcodec_open2(decoder.get(), codec, nullptr); error < 0) {
        return damaged(error, "its decoder does not open");
    }
    return decoder;
}

} // namespace

Result<std::int64_t> SegmentDecoder::decode(Bytes init, Bytes segment, const base::CancelToken& cancel) const {
    MemoryFile memory(init, segment);
    auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBuffer));
    UniqueMuxerIo io(buffer == nullptr ? nullptr
                                       : avio_alloc_context(buffer, kIoBuffer, 0, &memory, &MemoryFile::read, nullptr,
                                                            &MemoryFile::seek));
    AVFormatContext* raw = avformat_alloc_context();
    UniquePacket packet(av_packet_alloc());
    UniqueFrame frame(av_frame_alloc());
    if (!io || raw == nullptr || !packet || !frame) {
        avformat_free_context(raw);
        return fail(ErrorCode::Internal, "memory is out");
    }
    raw->pb = io.get();
    raw->flags |= AVFMT_FLAG_CUSTOM_IO;
    raw->io_open = [](AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) { return AVERROR(EACCES); };
    AvDictionary options;
    if (m_container == Container::Fmp4) {
        options.set("ignore_editlist", "1"); // every frame counts, also those that an edit hides
    }
    const AVInputFormat* format = av_find_input_format(m_container == Container::Fmp4 ? "mov" : "mpegts");
    // Frees `raw` and sets it to null if it fails.
    const int opened = avformat_open_input(&raw, "", format, options.address());
    UniqueInputContext input(raw);
    if (opened < 0) {
        return damaged(opened, "libav cannot open it");
    }
    const AVMediaType type = m_kind == TrackKind::Video ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO;
    if (m_container == Container::MpegTs && avformat_find_stream_info(input.get(), nullptr) < 0) {
        return fail(ErrorCode::CorruptData, "libav finds no streams in it");
    }
    const int index = av_find_best_stream(input.get(), type, -1, -1, nullptr, 0);
    if (index < 0) {
        return fail(ErrorCode::CorruptData, "libav finds no stream of the right kind in it");
    }
    FH_ASSIGN(UniqueCodecContext decoder, open_decoder(*input->streams[index]));

    std::int64_t frames = 0;
    const std::int64_t wanted = m_level == VerifyLevel::Fast ? 1 : INT64_MAX;
    bool is_drained = false;
    while (!is_drained && frames < wanted) {
        if (cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, "the verification was cancelled");
        }
        const int read = av_read_frame(input.get(), packet.get());
        if (read < 0 && read != AVERROR_EOF) {
            return damaged(read, "libav cannot read it to its end");
        }
        if (read >= 0 && packet->stream_index != index) {
            av_packet_unref(packet.get());
            continue;
        }
        if (read >= 0 && (packet->flags & AV_PKT_FLAG_CORRUPT) != 0) {
            return fail(ErrorCode::CorruptData, "libav marks a packet as damaged");
        }
        const int sent = avcodec_send_packet(decoder.get(), read < 0 ? nullptr : packet.get());
        av_packet_unref(packet.get());
        if (sent < 0) {
            return damaged(sent, after(frames));
        }
        while (frames < wanted) {
            const int received = avcodec_receive_frame(decoder.get(), frame.get());
            if (received == AVERROR(EAGAIN)) {
                break;
            }
            if (received == AVERROR_EOF) {
                is_drained = true;
                break;
            }
            if (received < 0) {
                return damaged(received, after(frames));
            }
            if (frame->decode_error_flags != 0 || (frame->flags & AV_FRAME_FLAG_CORRUPT) != 0) {
                return fail(ErrorCode::CorruptData, "libav marks frame " + std::to_string(frames) + " as damaged");
            }
            ++frames;
        }
    }
    return frames;
}

} // namespace framehand::media::verify
