// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/rung_track.h"

#include "core/media/parameter_sets.h"

#include <cstring>
#include <utility>

namespace framehand::media {

base::Result<Picture> share(const Picture& picture) {
    Picture other{frame_reference(*picture.frame), picture.index, picture.pts, picture.mark};
    if (!other.frame) {
        return base::fail(base::ErrorCode::Internal, "out of memory while sharing a picture");
    }
    return other;
}

RungTrack::RungTrack(RungPlan rung, const VideoPlan& plan, VideoEncoder encoder, Output output)
    : m_rung(std::move(rung)), m_timescale(plan.timescale), m_scaler(plan, {m_rung.width, m_rung.height}),
      m_encoder(std::move(encoder)), m_output(std::move(output)) {
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
        FH_TRY(m_encoder.encode(*picture, sink));
        at(picture->pts, picture->index);
    }
    const auto end = timeline.wait_end();
    if (!end) {
        return {}; // the group stops
    }
    FH_TRY(m_encoder.finish(*end, sink));
    if (!m_writer) {
        return base::fail(base::ErrorCode::Internal, "the encoder " + m_rung.encoder + " made no packet");
    }
    FH_TRY(m_writer->finish(*end));
    at(*end, m_writer->record().packets());
    return {};
}

base::Status RungTrack::take_packet(const EncodedPacket& packet) {
    if (!m_writer) {
        FH_TRY(open_writer(*packet.packet));
    }
    return m_writer->write(packet);
}

base::Status RungTrack::open_writer(const AVPacket& first) {
    FH_ASSIGN(const UniqueCodecParameters parameters, m_encoder.parameters());
    if (parameters->extradata_size == 0) {
        // Some hardware encoders tell their parameter sets only in the stream.
        const std::string sets = annex_b_parameter_sets(
            {reinterpret_cast<const char*>(first.data), static_cast<std::size_t>(first.size)}); // NOLINT: bytes
        parameters->extradata = static_cast<std::uint8_t*>(av_mallocz(sets.size() + AV_INPUT_BUFFER_PADDING_SIZE));
        if (parameters->extradata == nullptr) {
            return base::fail(base::ErrorCode::Internal, "out of memory while describing the video");
        }
        std::memcpy(parameters->extradata, sets.data(), sets.size());
        parameters->extradata_size = static_cast<int>(sets.size());
    }
    FH_ASSIGN(m_writer, SegmentWriter::create(*m_output.file_system, m_output.folder, m_output.format, *parameters,
                                              m_timescale, m_output.written));
    return {};
}

} // namespace framehand::media
