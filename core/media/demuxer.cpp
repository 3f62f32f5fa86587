// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/demuxer.h"

#include <algorithm>
#include <span>
#include <utility>

namespace framehand::media {

Demuxer::Demuxer(InputFile file) : m_file(std::move(file)), m_repair(*m_file.context().iformat) {
}

base::Result<Demuxer> Demuxer::open(const std::filesystem::path& file, const Plan& plan,
                                    const base::CancelToken& cancel) {
    FH_ASSIGN(InputFile input, InputFile::open(file, cancel));
    Demuxer demuxer(std::move(input));
    for (AVStream* stream : std::span(demuxer.m_file.context().streams, demuxer.m_file.context().nb_streams)) {
        const AVMediaType type = stream->codecpar->codec_type;
        if (plan.video && stream->index == plan.video->stream_index && type == AVMEDIA_TYPE_VIDEO) {
            demuxer.m_video = stream;
        } else if (plan.audio && stream->index == plan.audio->stream_index && type == AVMEDIA_TYPE_AUDIO) {
            demuxer.m_audio = stream;
        } else {
            stream->discard = AVDISCARD_ALL;
        }
    }
    if ((plan.video && demuxer.m_video == nullptr) || (plan.audio && demuxer.m_audio == nullptr)) {
        return base::fail(base::ErrorCode::CorruptData, "the source changed since it was inspected: " + file.string());
    }
    return demuxer;
}

double Demuxer::seconds_read() const {
    return m_latest_sec - m_earliest_sec;
}

void Demuxer::note_time(const AVPacket& packet, Rational time_base) {
    const std::int64_t stamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (stamp == AV_NOPTS_VALUE) {
        return;
    }
    const double from = static_cast<double>(stamp) * time_base.value();
    const double to = from + static_cast<double>(packet.duration) * time_base.value();
    m_earliest_sec = m_any_time ? std::min(m_earliest_sec, from) : from;
    m_latest_sec = m_any_time ? std::max(m_latest_sec, to) : to;
    m_any_time = true;
}

bool Demuxer::can_enter() const {
    const AVInputFormat& format = *m_file.context().iformat;
    const bool clock_jumps = (format.flags & AVFMT_TS_DISCONT) != 0;
    const bool has_times = (format.flags & AVFMT_NOTIMESTAMPS) == 0;
    return m_video != nullptr && has_times && !clock_jumps;
}

base::Status Demuxer::enter(std::int64_t time, std::int64_t zero) {
    if (const int rc = av_seek_frame(&m_file.context(), m_video->index, time, AVSEEK_FLAG_BACKWARD); rc < 0) {
        return base::fail(base::ErrorCode::NotFound, "the source cannot be entered in the middle", av_error_text(rc));
    }
    m_earliest_sec = static_cast<double>(zero) * from_av(m_video->time_base).value();
    m_latest_sec = m_earliest_sec;
    m_any_time = true;
    return {};
}

base::Status Demuxer::run(const Taker& take_video, const Taker& take_audio) {
    bool video_wanted = m_video != nullptr;
    bool audio_wanted = m_audio != nullptr;
    while (video_wanted || audio_wanted) {
        UniquePacket packet(av_packet_alloc());
        if (!packet) {
            return base::fail(base::ErrorCode::Internal, "out of memory while reading the source");
        }
        FH_ASSIGN(const bool more, m_file.read(*packet));
        if (!more) {
            return {};
        }
        const bool is_video = m_video != nullptr && packet->stream_index == m_video->index;
        const bool is_audio = m_audio != nullptr && packet->stream_index == m_audio->index;
        if (!is_video && !is_audio) {
            continue;
        }
        const Rational time_base = from_av(is_video ? m_video->time_base : m_audio->time_base);
        m_repair.apply(*packet, time_base);
        note_time(*packet, time_base);
        bool& wanted = is_video ? video_wanted : audio_wanted;
        wanted = wanted && (is_video ? take_video : take_audio)(std::move(packet));
    }
    m_ended_early = true;
    return {};
}

} // namespace framehand::media
