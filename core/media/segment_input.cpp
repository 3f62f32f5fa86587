// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_input.h"

#include "core/media/picture.h"

#include <algorithm>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kIoBufferBytes = 64 * 1024;

} // namespace

SegmentInput::SegmentInput(std::filesystem::path folder, const RenditionRecord& record)
    : m_folder(std::move(folder)), m_record(record) {
}

base::Result<std::unique_ptr<SegmentInput>> SegmentInput::open(std::filesystem::path folder,
                                                               const RenditionRecord& record) {
    std::unique_ptr<SegmentInput> input(new SegmentInput(std::move(folder), record));
    auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBufferBytes));
    input->m_io.reset(
        avio_alloc_context(buffer, kIoBufferBytes, 0, input.get(), &SegmentInput::read, nullptr, nullptr));
    AVFormatContext* raw = avformat_alloc_context();
    if (!input->m_io || raw == nullptr) {
        avformat_free_context(raw);
        return base::fail(base::ErrorCode::Internal, "out of memory while reading segments");
    }
    input->m_io->seekable = 0;
    raw->pb = input->m_io.get();
    raw->flags |= AVFMT_FLAG_CUSTOM_IO;
    raw->io_open = [](AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) { return AVERROR(EACCES); };
    // Frees `raw` and sets it to null if it fails.
    const int rc = avformat_open_input(&raw, "", av_find_input_format("mov"), nullptr);
    input->m_context.reset(raw);
    if (rc < 0) {
        return av_failure(rc, "the finished segments cannot be read back: " + input->m_folder.string());
    }
    if (input->m_context->nb_streams != 1) {
        return base::fail(base::ErrorCode::CorruptData, "a rendition has one track: " + input->m_folder.string());
    }
    return input;
}

int SegmentInput::read(void* self, std::uint8_t* buffer, int size) {
    return static_cast<SegmentInput*>(self)->read(buffer, size);
}

int SegmentInput::read(std::uint8_t* buffer, int size) {
    for (;;) {
        if (m_file.is_open()) {
            m_file.read(reinterpret_cast<char*>(buffer), std::max(size, 0));
            if (m_file.gcount() > 0) {
                return static_cast<int>(m_file.gcount());
            }
            m_file.close();
            m_file.clear();
        }
        if (m_next_file > m_record.segments.size()) {
            return AVERROR_EOF;
        }
        const std::string& name = m_next_file == 0 ? m_record.init_file : m_record.segments[m_next_file - 1].file;
        ++m_next_file;
        m_file.open(m_folder / name, std::ios::binary);
        if (!m_file.is_open()) {
            return AVERROR(ENOENT);
        }
    }
}

base::Result<UniquePacket> SegmentInput::next() {
    if (!std::exchange(m_begun, true)) {
        FH_ASSIGN(m_ahead, read_packet());
    }
    UniquePacket packet = std::move(m_ahead);
    if (!packet) {
        return packet;
    }
    FH_ASSIGN(m_ahead, read_packet());
    // libavformat does not know how long the last sample of a fragment lasts.
    if (m_ahead) {
        m_last_duration = std::max<std::int64_t>(m_ahead->dts - packet->dts, 1);
    } else if (packet->pts == packet->dts && !m_record.segments.empty()) {
        const std::int64_t end =
            rescale(m_record.segments.back().end, {1, m_record.timescale}, from_av(stream().time_base));
        m_last_duration = std::max<std::int64_t>(end - packet->pts, 1);
    }
    packet->duration = m_last_duration;
    return packet;
}

base::Result<UniquePacket> SegmentInput::read_packet() {
    UniquePacket packet(av_packet_alloc());
    if (!packet) {
        return base::fail(base::ErrorCode::Internal, "out of memory while reading segments");
    }
    const int rc = av_read_frame(m_context.get(), packet.get());
    if (rc == AVERROR_EOF) {
        return UniquePacket();
    }
    if (rc < 0) {
        return av_failure(rc, "the finished segments cannot be read back: " + m_folder.string());
    }
    const AVRational tick = stream().time_base;
    const std::int64_t offset = kTimelineOffsetSec * tick.den / tick.num;
    packet->pts -= offset;
    packet->dts -= offset;
    packet->pos = -1;
    return packet;
}

} // namespace framehand::media
