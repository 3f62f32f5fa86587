// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/demuxer.h"

#include <algorithm>
#include <span>
#include <utility>

namespace framehand::media {

namespace {

std::map<int, AVMediaType> planned_streams(const Plan& plan) {
    std::map<int, AVMediaType> streams;
    for (const TextPlan& text : plan.text) {
        streams.emplace(text.stream_index, AVMEDIA_TYPE_SUBTITLE);
    }
    for (const AudioPlan& audio : plan.audio) {
        streams.emplace(audio.stream_index, AVMEDIA_TYPE_AUDIO);
    }
    if (plan.video) {
        streams.emplace(plan.video->stream_index, AVMEDIA_TYPE_VIDEO);
    }
    return streams;
}

} // namespace

Demuxer::Demuxer(InputFile file) : m_file(std::move(file)), m_repair(*m_file.context().iformat) {
}

base::Result<Demuxer> Demuxer::open(const MediaSource& file, const Plan& plan, const base::CancelToken& cancel) {
    FH_ASSIGN(InputFile input, InputFile::open(file, cancel));
    Demuxer demuxer(std::move(input));
    demuxer.m_planned = planned_streams(plan);
    demuxer.m_video = plan.video ? plan.video->stream_index : kNone;
    std::size_t found = 0;
    for (AVStream* stream : std::span(demuxer.m_file.context().streams, demuxer.m_file.context().nb_streams)) {
        const auto planned = demuxer.m_planned.find(stream->index);
        if (planned != demuxer.m_planned.end() && planned->second == stream->codecpar->codec_type) {
            ++found;
        } else {
            stream->discard = AVDISCARD_ALL;
        }
    }
    if (found != demuxer.m_planned.size()) {
        return base::fail(base::ErrorCode::CorruptData, "the source changed since it was inspected: " + file.name());
    }
    return demuxer;
}

const AVStream& Demuxer::stream(int index) const {
    return *m_file.context().streams[index];
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
    return m_video != kNone && has_times && !clock_jumps;
}

base::Status Demuxer::enter(std::int64_t time, std::int64_t zero) {
    if (const int rc = av_seek_frame(&m_file.context(), m_video, time, AVSEEK_FLAG_BACKWARD); rc < 0) {
        return base::fail(base::ErrorCode::NotFound, "the source cannot be entered in the middle", av_error_text(rc));
    }
    m_earliest_sec = static_cast<double>(zero) * from_av(stream(m_video).time_base).value();
    m_latest_sec = m_earliest_sec;
    m_any_time = true;
    return {};
}

base::Status Demuxer::run(const Taker& take) {
    std::map<int, AVMediaType> wanted = m_planned;
    const bool only_text =
        std::ranges::all_of(wanted, [](const auto& planned) { return planned.second == AVMEDIA_TYPE_SUBTITLE; });
    const auto goes_on = [&] {
        return std::ranges::any_of(
            wanted, [&](const auto& planned) { return only_text || planned.second != AVMEDIA_TYPE_SUBTITLE; });
    };
    while (goes_on()) {
        UniquePacket packet(av_packet_alloc());
        if (!packet) {
            return base::fail(base::ErrorCode::Internal, "out of memory while reading the source");
        }
        FH_ASSIGN(const bool more, m_file.read(*packet));
        if (!more) {
            return {};
        }
        const auto planned = m_planned.find(packet->stream_index);
        if (planned == m_planned.end()) {
            continue;
        }
        const auto& [index, type] = *planned;
        const Rational time_base = from_av(stream(index).time_base);
        if (type == AVMEDIA_TYPE_SUBTITLE) {
            m_repair.follow(*packet, time_base);
        } else {
            m_repair.apply(*packet, time_base);
            note_time(*packet, time_base);
        }
        if (!wanted.contains(index)) {
            continue;
        }
        FH_ASSIGN(const bool still_wanted, take(std::move(packet)));
        if (!still_wanted) {
            wanted.erase(index);
        }
    }
    m_ended_early = true;
    return {};
}

} // namespace framehand::media
