// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/rung_track.h"

#include "core/media/parameter_sets.h"

#include <cstring>
#include <utility>

namespace framehand::media {

base::Result<Picture> share(const Picture& picture) {
    Picture other{frame_reference(*picture.frame), picture.index, picture.pts, picture.place, picture.history};
    if (!other.frame) {
        return base::fail(base::ErrorCode::Internal, "out of memory while sharing a picture");
    }
    return other;
}

RungTrack::RungTrack(RungPlan rung, const VideoPlan& plan, VideoEncoder encoder, SegmentWriter::Output output)
    : m_rung(std::move(rung)), m_plan(plan), m_scaler(plan, {m_rung.width, m_rung.height}),
      m_encoder(std::move(encoder)), m_output(std::move(output)),
      m_finished(m_output.journal->finished(m_output.rendition)) {
}

base::Status RungTrack::scale(PictureQueue& from, PictureQueue& to, PictureQueue* below) {
    while (auto picture = from.pop()) {
        FH_ASSIGN(picture->frame, m_scaler.scale(*picture->frame));
        const std::size_t bytes = frame_bytes(*picture->frame);
        if (below != nullptr) {
            FH_ASSIGN(Picture shared, share(*picture));
            if (!below->push(std::move(shared), bytes)) {
                return {};
            }
        }
        if (!to.push(std::move(*picture), bytes)) {
            return {};
        }
    }
    to.finish();
    if (below != nullptr) {
        below->finish();
    }
    return {};
}

base::Status RungTrack::encode(PictureQueue& pictures, PresentationTimeline& timeline,
                               const std::function<void(std::int64_t, std::int64_t)>& at) {
    const auto sink = [this](const EncodedPacket& packet) { return take_packet(packet); };
    while (auto picture = pictures.pop()) {
        if (picture->place.mark == Mark::SegmentStart) {
            FH_TRY(begin_segment(*picture));
        }
        if (m_encoder) {
            FH_TRY(m_encoder->encode(*picture, sink));
        }
        at(picture->pts, picture->index);
    }
    const auto end = timeline.wait_end();
    if (!end) {
        return {}; // the group stops
    }
    FH_TRY(close_encoder(end->pts));
    FH_ASSIGN(m_record, end_rendition(*m_output.journal, m_output.rendition, end->ending));
    return {};
}

base::Status RungTrack::begin_segment(const Picture& picture) {
    if (m_finished.segments.contains(picture.place.segment)) {
        return close_encoder(picture.pts);
    }
    if (!m_encoder) {
        FH_ASSIGN(VideoEncoder encoder, VideoEncoder::open(m_rung, m_plan));
        m_encoder.emplace(std::move(encoder));
        m_fresh = true;
    }
    if (std::exchange(m_fresh, false)) {
        m_encoder->begin(picture);
    }
    return {};
}

base::Status RungTrack::close_encoder(std::int64_t end) {
    if (m_encoder && !m_fresh) {
        FH_TRY(m_encoder->finish(end, [this](const EncodedPacket& packet) { return take_packet(packet); }));
        if (!m_writer) {
            return base::fail(base::ErrorCode::Internal, "the encoder " + m_rung.encoder + " made no packet");
        }
        FH_TRY(m_writer->close_segment(end));
    }
    m_encoder.reset();
    return {};
}

base::Status RungTrack::take_packet(const EncodedPacket& packet) {
    if (!m_writer) {
        FH_TRY(open_writer(*packet.packet));
    }
    return m_writer->write(packet);
}

base::Status RungTrack::open_writer(const AVPacket& first) {
    FH_ASSIGN(const UniqueCodecParameters parameters, m_encoder->parameters());
    if (parameters->extradata_size == 0) {
        // Some hardware encoders tell their parameter sets only in the stream.
        const std::string sets = annex_b_parameter_sets(
            {reinterpret_cast<const char*>(first.data), static_cast<std::size_t>(first.size)}, // NOLINT: bytes
            parameters->codec_id);
        parameters->extradata = static_cast<std::uint8_t*>(av_mallocz(sets.size() + AV_INPUT_BUFFER_PADDING_SIZE));
        if (parameters->extradata == nullptr) {
            return base::fail(base::ErrorCode::Internal, "out of memory while describing the video");
        }
        std::memcpy(parameters->extradata, sets.data(), sets.size());
        parameters->extradata_size = static_cast<int>(sets.size());
    }
    FH_ASSIGN(m_writer, SegmentWriter::create(m_output, *parameters, m_plan.timescale));
    return {};
}

} // namespace framehand::media
