// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/segment_meter.h"

#include "core/media/verify/aac_parser.h"
#include "core/media/verify/h264_parser.h"
#include "core/media/verify/mp4_segment_parser.h"
#include "core/media/verify/sample_classifier.h"

#include <algorithm>
#include <cstdlib>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::uint32_t kTsTimescale = 90000;
constexpr std::int64_t kTsWrap = INT64_C(1) << 33;

/// Fills start, last and min_gap from the times, and puts those in order; names a presentation time that is there
/// twice.
void measure_presentation(SegmentMeter::Measured& measured) {
    MeasuredSegment& segment = measured.segment;
    std::vector<std::int64_t>& times = segment.times;
    std::sort(times.begin(), times.end());
    std::sort(segment.idrs.begin(), segment.idrs.end());
    segment.start = times.front();
    segment.last = times.back();
    for (std::size_t i = 1; i < times.size(); ++i) {
        const std::int64_t gap = times[i] - times[i - 1];
        if (gap == 0) {
            measured.timeline_faults.emplace_back("two frames have the same presentation time");
            return;
        }
        segment.min_gap = segment.min_gap == 0 ? gap : std::min(segment.min_gap, gap);
    }
}

void require_idr_first(const AccessUnit& first, SegmentMeter::Measured& measured) {
    if (!first.is_idr) {
        measured.keyframe_faults.emplace_back("does not begin with an IDR picture");
    }
}

} // namespace

Result<SegmentMeter::Measured> SegmentMeter::measure(Bytes file) {
    FH_ASSIGN(Measured measured, m_init ? measure_fmp4(file) : measure_ts(file));
    measured.segment.bytes = file.size();
    return measured;
}

Result<SegmentMeter::Measured> SegmentMeter::measure_fmp4(Bytes file) {
    FH_ASSIGN(const std::vector<Mp4Fragment> fragments, Mp4SegmentParser::parse(file, *m_init));
    Measured measured;
    std::vector<std::int64_t>& times = measured.segment.times;
    std::int64_t decode_end = fragments.front().decode_time;
    measured.segment.decode_start = decode_end;
    bool is_first = true;
    for (const Mp4Fragment& fragment : fragments) {
        if (fragment.decode_time != decode_end) {
            measured.timeline_faults.push_back("a fragment begins at decode time " +
                                               std::to_string(fragment.decode_time) + ", the one before ends at " +
                                               std::to_string(decode_end));
        }
        decode_end = fragment.end_decode_time;
        if (m_sequence && fragment.sequence <= *m_sequence) {
            measured.timeline_faults.emplace_back("the fragments' sequence numbers do not rise");
        }
        m_sequence = fragment.sequence;
        for (const Mp4Sample& sample : fragment.samples) {
            if (sample.duration == 0) {
                measured.timeline_faults.emplace_back("a sample lasts no time");
            }
            times.push_back(sample.presentation_time - m_init->presentation_shift);
            if (times.back() >= measured.segment.last || times.size() == 1) {
                measured.segment.last = times.back();
                measured.segment.last_duration = sample.duration;
            }
            if (m_init->track.kind == TrackKind::Video) {
                FH_ASSIGN(const AccessUnit unit,
                          classify_sample(*m_init, file.subspan(static_cast<std::size_t>(sample.offset), sample.size)));
                if (!unit.has_picture) {
                    return fail(ErrorCode::CorruptData, "a sample holds no picture");
                }
                if (is_first) {
                    require_idr_first(unit, measured);
                }
                if (unit.is_idr) {
                    measured.segment.idrs.push_back(times.back());
                }
            }
            is_first = false;
        }
    }
    measured.segment.decode_end = decode_end;
    measured.segment.frames = static_cast<std::int64_t>(times.size());
    measure_presentation(measured);
    return measured;
}

std::int64_t SegmentMeter::unwrap(std::int64_t timestamp) {
    if (m_last_timestamp) {
        const std::int64_t turns = (*m_last_timestamp - timestamp + kTsWrap / 2) / kTsWrap;
        timestamp += turns * kTsWrap;
    }
    m_last_timestamp = timestamp;
    return timestamp;
}

Result<SegmentMeter::Measured> SegmentMeter::measure_ts(Bytes file) {
    FH_ASSIGN(const TsSegment segment, TsParser::parse(file));
    if (segment.video && segment.audio) {
        return fail(ErrorCode::Unsupported, "holds video and audio together; renditions have one track each");
    }
    const TsStream& stream = segment.video ? *segment.video : *segment.audio;
    Measured measured;
    FH_ASSIGN(const TrackFacts track,
              segment.video ? measure_ts_video(stream, measured) : measure_ts_audio(stream, measured));
    if (m_track && !(track == *m_track)) {
        return fail(ErrorCode::CorruptData, "its codec parameters differ from those of the first segment");
    }
    m_track = track;
    if (m_counter && stream.first_counter != ((*m_counter + 1U) & 0x0FU)) {
        measured.timeline_faults.emplace_back("its continuity counter does not go on from the segment before");
    }
    m_counter = stream.last_counter;
    return measured;
}

Result<TrackFacts> SegmentMeter::measure_ts_video(const TsStream& stream, Measured& measured) {
    TrackFacts track;
    track.kind = TrackKind::Video;
    track.timescale = kTsTimescale;
    std::vector<std::int64_t>& times = measured.segment.times;
    std::optional<std::int64_t> decode_before;
    for (const TsPes& unit : stream.units) {
        const std::vector<Bytes> nals = H264Parser::split_annex_b(unit.data);
        const AccessUnit access_unit = H264Parser::classify(nals);
        if (!access_unit.has_picture) {
            return fail(ErrorCode::CorruptData, "a PES packet holds no picture");
        }
        if (times.empty()) {
            require_idr_first(access_unit, measured);
            const auto sps = std::find_if(nals.begin(), nals.end(),
                                          [](Bytes nal) { return H264Parser::type_of(nal) == H264Parser::kSps; });
            if (sps == nals.end()) {
                return fail(ErrorCode::CorruptData, "its first picture comes without a sequence parameter set");
            }
            FH_ASSIGN(const H264Sps facts, H264Parser::parse_sps(*sps));
            track.codec = facts.codec;
            track.width = facts.width;
            track.height = facts.height;
            track.form = facts.form;
        }
        const std::int64_t decode_time = unwrap(unit.dts);
        if (decode_before && decode_time <= *decode_before) {
            measured.timeline_faults.emplace_back("decode times do not rise");
        }
        decode_before = decode_time;
        if (times.empty()) {
            measured.segment.decode_start = decode_time;
        }
        const std::int64_t ahead = (unit.pts - unit.dts + kTsWrap) % kTsWrap;
        if (ahead > kTsWrap / 2) {
            measured.timeline_faults.emplace_back("a frame is shown before it is decoded");
        }
        times.push_back(decode_time + (ahead > kTsWrap / 2 ? ahead - kTsWrap : ahead));
        if (access_unit.is_idr) {
            measured.segment.idrs.push_back(times.back());
        }
    }
    measured.segment.frames = static_cast<std::int64_t>(times.size());
    measure_presentation(measured);
    // A transport stream does not say how long a frame lasts: the mean distance, as a player takes it.
    const MeasuredSegment& segment = measured.segment;
    measured.segment.last_duration =
        segment.frames > 1 ? (segment.last - segment.start + (segment.frames - 1) / 2) / (segment.frames - 1) : 0;
    return track;
}

Result<TrackFacts> SegmentMeter::measure_ts_audio(const TsStream& stream, Measured& measured) {
    TrackFacts track;
    track.kind = TrackKind::Audio;
    track.timescale = kTsTimescale;
    MeasuredSegment& segment = measured.segment;
    std::int64_t end = 0;
    for (const TsPes& unit : stream.units) {
        FH_ASSIGN(const AdtsRun run, AacParser::parse_adts(unit.data));
        if (run.frames == 0 || (segment.frames > 0 && run.config.sample_rate != track.sample_rate)) {
            return fail(ErrorCode::CorruptData, "a PES packet holds no whole ADTS frame, or its sample rate changes");
        }
        track.codec = run.config.codec;
        track.sample_rate = run.config.sample_rate;
        track.channels = run.config.channels;
        const auto ticks = [&](std::uint64_t frames) {
            return static_cast<std::int64_t>(
                (frames * AacParser::kSamplesPerFrame * kTsTimescale + track.sample_rate / 2) / track.sample_rate);
        };
        const std::int64_t time = unwrap(unit.pts);
        if (segment.frames == 0) {
            segment.start = time;
            segment.decode_start = time;
        } else if (std::abs(time - end) > 2) {
            measured.timeline_faults.emplace_back("a PES packet does not begin where the one before ends");
        }
        end = time + ticks(run.frames);
        segment.frames += static_cast<std::int64_t>(run.frames);
        segment.last_duration = ticks(1);
        segment.last = end - segment.last_duration;
    }
    segment.decode_end = end;
    return track;
}

} // namespace framehand::media::verify
