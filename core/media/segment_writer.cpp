// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_writer.h"

#include "core/base/sha256.h"
#include "core/media/parameter_sets.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace framehand::media {

namespace {

std::string segment_name(std::int64_t number, jobs::SegmentFormat format) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%05lld.%s", static_cast<long long>(number),
                  format == jobs::SegmentFormat::MpegTs ? "ts" : "m4s");
    return name.data();
}

} // namespace

SegmentWriter::SegmentWriter(Output output, bool has_video, std::unique_ptr<SegmentMuxer> muxer, std::int64_t timescale,
                             FinishedRendition finished)
    : m_output(std::move(output)), m_has_video(has_video), m_muxer(std::move(muxer)), m_timescale(timescale),
      m_finished(std::move(finished)) {
}

base::Result<SegmentWriter> SegmentWriter::create(Output output, const AVCodecParameters& parameters,
                                                  std::int64_t timescale) {
    FH_ASSIGN(std::unique_ptr<SegmentMuxer> muxer, make_segment_muxer(output.format, parameters, timescale));
    FinishedRendition head;
    FH_ASSIGN(head.codecs, codecs_value(parameters));
    head.folder = output.folder;
    head.timescale = timescale;
    if (!muxer->init().empty()) {
        head.init_file = "init.mp4";
        head.init_bytes = muxer->init().size();
        head.init_sha256 = base::sha256_hex(muxer->init());
    }
    FinishedRendition known = output.journal->finished(output.rendition);
    const bool same =
        known.codecs == head.codecs && known.timescale == head.timescale && known.init_sha256 == head.init_sha256;
    if (!known.segments.empty() && !same) {
        return base::fail(base::ErrorCode::AlreadyExists,
                          output.rendition + ": the finished segments begin otherwise than the encoder does now");
    }
    if (!head.init_file.empty()) {
        FH_TRY(
            output.file_system->write_file_atomic(output.package_dir / output.folder / head.init_file, muxer->init()));
        output.written(head.init_bytes);
    }
    if (!same) {
        FH_TRY(output.journal->add_init(output.rendition, head));
    }
    const bool has_video = parameters.codec_type == AVMEDIA_TYPE_VIDEO;
    return SegmentWriter(std::move(output), has_video, std::move(muxer), timescale, std::move(known));
}

base::Status SegmentWriter::write(const EncodedPacket& encoded) {
    const AVPacket& packet = *encoded.packet;
    if (encoded.place.mark == Mark::SegmentStart) {
        const std::int64_t start = std::max<std::int64_t>(0, presentation(packet));
        FH_TRY(close_segment(start));
        FH_TRY(begin_segment(encoded.place.segment, start));
    }
    if (!m_open) {
        return base::fail(base::ErrorCode::Internal, "a rendition does not begin with a segment");
    }
    ++m_open->record.packets;
    // An encoder that counts may make one more than it was asked for.
    const bool is_idr = m_has_video && (encoded.place.mark != Mark::None || (packet.flags & AV_PKT_FLAG_KEY) != 0);
    return is_idr ? write_idr(packet) : m_muxer->write(packet);
}

base::Status SegmentWriter::begin_segment(std::int64_t number, std::int64_t start) {
    m_open.emplace();
    m_open->number = number;
    m_open->record.file = segment_name(number, m_output.format);
    m_open->record.start = start;
    return m_muxer->begin_segment(number);
}

base::Status SegmentWriter::close_segment(std::int64_t end) {
    if (!m_open) {
        return {};
    }
    FH_TRY(m_muxer->flush());
    const std::string bytes = m_muxer->take();
    if (m_finished.segments.contains(m_open->number)) {
        m_open.reset();
        return {};
    }
    SegmentRecord& record = m_open->record;
    record.end = end;
    record.bytes = bytes.size();
    FH_TRY(m_output.file_system->write_file_atomic(m_output.package_dir / m_output.folder / record.file, bytes));
    m_output.written(record.bytes);
    FH_TRY(m_output.journal->add_segment(m_output.rendition, m_open->number, record, base::sha256_hex(bytes)));
    m_open.reset();
    return {};
}

base::Result<RenditionRecord> SegmentWriter::finish_rendition(PresentationTimeline::Ending ending) {
    return end_rendition(*m_output.journal, m_output.rendition, ending);
}

base::Status SegmentWriter::write_idr(const AVPacket& packet) {
    FH_TRY(m_muxer->flush());
    FH_TRY(m_muxer->begin_gop());
    const std::size_t offset = m_muxer->size();
    FH_TRY(m_muxer->write(packet));
    FH_TRY(m_muxer->flush());
    m_open->record.iframes.push_back({presentation(packet), offset, m_muxer->size() - offset});
    return {};
}

std::int64_t SegmentWriter::presentation(const AVPacket& packet) const {
    return packet.pts - kTimelineOffsetSec * m_timescale;
}

} // namespace framehand::media
