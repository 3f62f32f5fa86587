// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/copy_track.h"

#include "core/media/avc_configuration.h"
#include "core/media/conversion.h"
#include "core/media/parameter_sets.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kIdrSlice = 5;

std::int64_t frame_ticks(const VideoPlan& plan) {
    return std::max<std::int64_t>(1, std::llround(static_cast<double>(plan.timescale) / plan.frame_rate.value()));
}

base::Error changed(const char* how) {
    return base::fail(base::ErrorCode::Unsupported, std::string("the source cannot be copied: ") + how);
}

/// For the muxer: what the source says, but for what its own container added.
base::Result<UniqueCodecParameters> parameters_of(const AVStream& source, const RungPlan& rung, const VideoPlan& plan) {
    UniqueCodecParameters parameters(avcodec_parameters_alloc());
    const UniqueFrame color(av_frame_alloc());
    if (!parameters || !color || avcodec_parameters_copy(parameters.get(), source.codecpar) < 0) {
        return base::fail(base::ErrorCode::Internal, "out of memory while describing the video");
    }
#if FH_AV_HAS_CODED_SIDE_DATA
    av_packet_side_data_free(&parameters->coded_side_data, &parameters->nb_coded_side_data);
#endif
    parameters->codec_tag = 0;
    parameters->bit_rate = rung.bitrate;
    parameters->format = AV_PIX_FMT_YUV420P;
    parameters->sample_aspect_ratio = {1, 1};
    // What the pictures themselves may not say, the sample entry does.
    tag_color(*color, plan.output_color);
    parameters->color_primaries = color->color_primaries;
    parameters->color_trc = color->color_trc;
    parameters->color_space = color->colorspace;
    parameters->color_range = color->color_range;
    return parameters;
}

} // namespace

base::Result<CopyTrack> CopyTrack::create(const RungPlan& rung, const VideoPlan& plan, const RunWindow& window,
                                          const AVStream& source, SegmentWriter::Output output) {
    const auto configuration = read_avc_configuration(bytes_of(*source.codecpar));
    if (source.codecpar->codec_id != AV_CODEC_ID_H264 || !configuration) {
        return changed("it is not what was planned for");
    }
    FH_ASSIGN(UniqueCodecParameters parameters, parameters_of(source, rung, plan));
    return CopyTrack(rung, plan, window, from_av(source.time_base), configuration->nal_length_size,
                     std::move(parameters), std::move(output));
}

CopyTrack::CopyTrack(const RungPlan& rung, const VideoPlan& plan, RunWindow window, Rational time_base,
                     unsigned nal_length_size, UniqueCodecParameters parameters, SegmentWriter::Output output)
    : m_plan(plan), m_window(std::move(window)), m_nal_length_size(nal_length_size),
      m_parameters(std::move(parameters)), m_output(std::move(output)), m_times(plan, time_base), m_grid(plan),
      m_timer(rung.reordering, frame_ticks(plan), kTimelineOffsetSec * plan.timescale) {
    if (m_window.entered) {
        m_times.enter(rescale(m_window.entered->pts, m_window.entered->time_base, time_base));
    }
}

base::Status CopyTrack::run(PacketQueue& packets, PresentationTimeline& timeline, const At& at) {
    while (auto packet = packets.pop()) {
        FH_ASSIGN(const bool idr, is_idr(**packet));
        if (idr) {
            FH_TRY(end_gop(at));
        } else if (m_gop.empty()) {
            if (!m_window.entered) {
                return changed("it does not begin with an IDR picture");
            }
            continue; // entered between two IDR pictures
        }
        (*packet)->flags = idr ? AV_PKT_FLAG_KEY : 0;
        av_packet_free_side_data(packet->get());
        m_gop.push_back(std::move(*packet));
        if (m_behind_window) {
            break;
        }
    }
    if (!m_behind_window) {
        FH_TRY(end_gop(at));
    }
    packets.close();
    const auto end = timeline.wait_end();
    if (!end) {
        return {}; // the group stops
    }
    if (m_writer) {
        m_timer.finish(end->pts);
        FH_TRY(write_timed(at));
        FH_TRY(m_writer->close_segment(end->pts));
    }
    FH_ASSIGN(m_record, end_rendition(*m_output.journal, m_output.rendition, end->ending));
    return {};
}

base::Result<bool> CopyTrack::is_idr(const AVPacket& packet) const {
    const std::string_view bytes(reinterpret_cast<const char*>(packet.data), static_cast<std::size_t>(packet.size));
    const auto units = split_nal_units(bytes, m_nal_length_size);
    if (!units || packet.pts == AV_NOPTS_VALUE) {
        return changed("some of it is damaged");
    }
    return std::ranges::any_of(*units, [](std::string_view unit) { return avc_nal_type(unit) == kIdrSlice; });
}

base::Status CopyTrack::end_gop(const At& at) {
    std::vector<UniquePacket> gop = std::exchange(m_gop, {});
    std::vector<const AVPacket*> shown;
    for (const UniquePacket& packet : gop) {
        shown.push_back(packet.get());
    }
    std::ranges::sort(shown, {}, &AVPacket::pts);
    std::vector<Waiting> placed(gop.size());
    for (const AVPacket* packet : shown) {
        const std::int64_t pts = m_times.place(packet->pts, 0);
        const GridPlace place = m_grid.place(pts);
        if (place.segment < m_window.first) {
            remember(pts);
            continue;
        }
        if (m_window.last && place.segment > *m_window.last) {
            m_behind_window = true;
            return {};
        }
        if (!m_writer) {
            FH_TRY(begin_window());
        }
        m_timer.add(pts);
        const auto decoded = std::ranges::find(gop, packet, &UniquePacket::get) - gop.begin();
        Waiting& waiting = placed[static_cast<std::size_t>(decoded)];
        waiting.packet = packet_reference(*packet);
        waiting.number = m_next_number++;
        waiting.place = place;
        if (!waiting.packet) {
            return base::fail(base::ErrorCode::Internal, "out of memory while copying the video");
        }
    }
    for (Waiting& waiting : placed) {
        if (!waiting.packet) {
            continue;
        }
        if (waiting.place.mark == Mark::SegmentStart && (waiting.packet->flags & AV_PKT_FLAG_KEY) == 0) {
            return changed("a segment does not begin with an IDR picture");
        }
        m_waiting.push_back(std::move(waiting));
    }
    return write_timed(at);
}

base::Status CopyTrack::begin_window() {
    if (m_window.entered && m_history.size() < kHistoryPictures) {
        return base::fail(base::ErrorCode::NotFound,
                          "the source cannot be entered before segment " + std::to_string(m_window.first));
    }
    m_timer.begin({m_history.begin(), m_history.end()});
    FH_ASSIGN(m_writer, SegmentWriter::create(m_output, *m_parameters, m_plan.timescale));
    return {};
}

base::Status CopyTrack::write_timed(const At& at) {
    while (!m_waiting.empty() && m_timer.ready()) {
        Waiting waiting = std::move(m_waiting.front());
        m_waiting.pop_front();
        FH_ASSIGN(const PacketTimer::Times times, m_timer.next(waiting.number));
        AVPacket& packet = *waiting.packet;
        packet.pts = times.pts;
        packet.dts = times.dts;
        packet.duration = times.duration;
        // GOPs inside a segment are the source's; the grid's are those of the other rungs.
        if (waiting.place.mark == Mark::GopStart) {
            waiting.place.mark = Mark::None;
        }
        FH_TRY(m_writer->write({std::move(waiting.packet), waiting.place}));
        at(times.pts - kTimelineOffsetSec * m_plan.timescale, waiting.number);
    }
    return {};
}

void CopyTrack::remember(std::int64_t pts) {
    m_history.push_back(pts);
    if (m_history.size() > kHistoryPictures) {
        m_history.pop_front();
    }
}

} // namespace framehand::media
