// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_writer.h"

#include "core/media/parameter_sets.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace framehand::media {

namespace {

std::string segment_name(std::size_t number, jobs::SegmentFormat format) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%05zu.%s", number, format == jobs::SegmentFormat::MpegTs ? "ts" : "m4s");
    return name.data();
}

} // namespace

SegmentWriter::SegmentWriter(ports::FileSystem& file_system, std::filesystem::path folder, jobs::SegmentFormat format,
                             bool has_video, std::unique_ptr<SegmentMuxer> muxer, RenditionRecord record,
                             Written written)
    : m_file_system(&file_system), m_folder(std::move(folder)), m_format(format), m_has_video(has_video),
      m_muxer(std::move(muxer)), m_record(std::move(record)), m_written(std::move(written)) {
}

base::Result<SegmentWriter> SegmentWriter::create(ports::FileSystem& file_system, std::filesystem::path folder,
                                                  jobs::SegmentFormat format, const AVCodecParameters& parameters,
                                                  std::int64_t timescale, Written written) {
    FH_ASSIGN(std::unique_ptr<SegmentMuxer> muxer, make_segment_muxer(format, parameters, timescale));
    RenditionRecord record;
    FH_ASSIGN(record.codecs, codecs_value(parameters));
    record.timescale = timescale;
    if (!muxer->init().empty()) {
        record.init_file = "init.mp4";
        record.init_bytes = muxer->init().size();
        FH_TRY(file_system.write_file_atomic(folder / record.init_file, muxer->init()));
        written(record.init_bytes);
    }
    return SegmentWriter(file_system, std::move(folder), format, parameters.codec_type == AVMEDIA_TYPE_VIDEO,
                         std::move(muxer), std::move(record), std::move(written));
}

base::Status SegmentWriter::write(const EncodedPacket& encoded) {
    const AVPacket& packet = *encoded.packet;
    if (encoded.mark == Mark::SegmentStart) {
        const std::int64_t start = std::max<std::int64_t>(0, presentation(packet));
        if (m_open) {
            FH_TRY(end_segment(start));
        }
        FH_TRY(begin_segment(start));
    }
    if (!m_open) {
        return base::fail(base::ErrorCode::Internal, "a rendition does not begin with a segment");
    }
    ++m_open->packets;
    return m_has_video && encoded.mark != Mark::None ? write_idr(packet) : m_muxer->write(packet);
}

base::Status SegmentWriter::finish(std::int64_t end) {
    if (!m_open) {
        return base::fail(base::ErrorCode::Internal, "a rendition has no packet");
    }
    return end_segment(end);
}

base::Status SegmentWriter::begin_segment(std::int64_t start) {
    m_open.emplace();
    m_open->file = segment_name(m_record.segments.size(), m_format);
    m_open->start = start;
    return m_muxer->begin_segment();
}

base::Status SegmentWriter::end_segment(std::int64_t end) {
    FH_TRY(m_muxer->flush());
    const std::string bytes = m_muxer->take();
    m_open->end = end;
    m_open->bytes = bytes.size();
    FH_TRY(m_file_system->write_file_atomic(m_folder / m_open->file, bytes));
    m_written(m_open->bytes);
    m_record.segments.push_back(std::move(*m_open));
    m_open.reset();
    return {};
}

base::Status SegmentWriter::write_idr(const AVPacket& packet) {
    FH_TRY(m_muxer->flush());
    FH_TRY(m_muxer->begin_gop());
    const std::size_t offset = m_muxer->size();
    FH_TRY(m_muxer->write(packet));
    FH_TRY(m_muxer->flush());
    m_open->iframes.push_back({presentation(packet), offset, m_muxer->size() - offset});
    return {};
}

std::int64_t SegmentWriter::presentation(const AVPacket& packet) const {
    return packet.pts - kTimelineOffsetSec * m_record.timescale;
}

} // namespace framehand::media
