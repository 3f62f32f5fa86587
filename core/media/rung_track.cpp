// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/rung_track.h"

#include "core/media/parameter_sets.h"

#include <cstring>
#include <utility>

namespace framehand::media {

base::Result<Picture> share(const Picture& picture) {
    Picture other{frame_reference(*picture.frame),
                  picture.index,
                  picture.pts,
                  picture.place,
                  picture.history,
                  picture.statistics};
    if (!other.frame) {
        return base::fail(base::ErrorCode::Internal, "out of memory while sharing a picture");
    }
    return other;
}

RungTrack::RungTrack(RungPlan rung, const VideoPlan& plan, VideoEncoder encoder, SegmentWriter::Output output)
    : m_rung(std::move(rung)), m_plan(plan), m_scaler(plan, {m_rung.width, m_rung.height}),
      m_encoder(std::move(encoder)), m_output(std::move(output)),
      m_finished(m_output.journal->finished(m_output.rendition)), m_rate(m_rung.bitrate) {
}

base::Status RungTrack::scale(PictureQueue& from, const std::function<base::Result<bool>(Picture)>& take) {
    while (auto picture = from.pop()) {
        FH_ASSIGN(picture->frame, m_scaler.scale(*picture->frame));
        FH_ASSIGN(const bool wanted, take(std::move(*picture)));
        if (!wanted) {
            break;
        }
    }
    return {};
}

base::Status RungTrack::encode(PictureQueue& pictures, PresentationTimeline& timeline,
                               const std::function<void(std::int64_t, std::int64_t)>& at) {
    const auto sink = [this](const EncodedPacket& packet) { return take_packet(packet); };
    while (auto picture = pictures.pop()) {
        if (picture->place.mark != Mark::None) {
            FH_TRY(begin_gop(*picture));
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
    FH_TRY(close_segment(end->pts));
    FH_ASSIGN(m_record, end_rendition(*m_output.journal, m_output.rendition, end->ending));
    return {};
}

base::Status RungTrack::begin_gop(const Picture& picture) {
    if (m_finished.segments.contains(picture.place.segment)) {
        return close_segment(picture.pts);
    }
    if (m_encoder && wants_new_encoder(picture)) {
        FH_TRY(close_encoder(picture.pts));
    }
    if (!m_encoder) {
        FH_TRY(open_encoder(picture));
    }
    if (std::exchange(m_fresh, false)) {
        m_encoder->begin(picture);
    }
    return {};
}

std::shared_ptr<const GopStatistics> RungTrack::statistics_for(const Picture& picture) const {
    return m_rung.statistics == RateStatistics::Follow ? picture.statistics : nullptr;
}

bool RungTrack::wants_new_encoder(const Picture& picture) const {
    if (m_lead) {
        return m_fresh || (m_lead->is_full() && picture.place.mark == Mark::SegmentStart);
    }
    return m_followed != nullptr || statistics_for(picture) != nullptr;
}

base::Status RungTrack::open_encoder(const Picture& picture) {
    RungPlan rung = m_rung;
    const std::shared_ptr<const GopStatistics> followed = statistics_for(picture);
    StatisticsUse use;
    if (m_lead) {
        use = {StatisticsUse::Role::Write, m_lead->begin()};
    } else if (followed) {
        use = {StatisticsUse::Role::Read, followed->file()};
        rung.bitrate = m_rate.next(followed->cost());
    }
    if (auto encoder = VideoEncoder::open(rung, m_plan, use)) {
        m_encoder.emplace(std::move(*encoder));
        m_followed = followed;
    } else if (use.role == StatisticsUse::Role::Read) {
        // It does not take them: it can look for itself.
        FH_ASSIGN(VideoEncoder other, VideoEncoder::open(m_rung, m_plan));
        m_encoder.emplace(std::move(other));
    } else {
        return encoder.error();
    }
    m_fresh = true;
    return {};
}

base::Status RungTrack::close_encoder(std::int64_t end) {
    if (m_encoder && !m_fresh) {
        FH_TRY(m_encoder->finish(end, [this](const EncodedPacket& packet) { return take_packet(packet); }));
        if (!m_writer) {
            return base::fail(base::ErrorCode::Internal, "the encoder " + m_rung.encoder + " made no packet");
        }
        if (m_lead) {
            m_lead->end();
        }
    }
    m_encoder.reset();
    m_followed = nullptr;
    return {};
}

base::Status RungTrack::close_segment(std::int64_t end) {
    FH_TRY(close_encoder(end));
    return m_writer ? m_writer->close_segment(end) : base::Status();
}

base::Status RungTrack::take_packet(const EncodedPacket& packet) {
    if (!m_writer) {
        FH_TRY(open_writer(*packet.packet));
    }
    if (m_lead) {
        m_lead->take(packet);
    } else if (m_followed) {
        m_rate.made(packet.packet->size);
    }
    return m_writer->write(packet);
}

base::Status RungTrack::open_writer(const AVPacket& first) {
    FH_ASSIGN(const UniqueCodecParameters parameters, m_encoder->parameters());
    // The init file tells it, and must be the same whatever the first GOP was given. A quality has none.
    parameters->bit_rate = m_rung.rate_control == RateControl::Bitrate ? m_rung.bitrate : 0;
    if (parameters->extradata_size == 0) {
        // Some hardware encoders tell their parameter sets only in the stream.
        const std::string sets = annex_b_parameter_sets(
            {reinterpret_cast<const char*>(first.data), static_cast<std::size_t>(first.size)}, parameters->codec_id);
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
