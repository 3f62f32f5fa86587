// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/pipeline.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace framehand::media {

namespace {

// Before the first picture of a run that begins in mid-film: audio codecs and filters need what was before.
constexpr double kLeadInSec = 2;
constexpr double kLeastRead = 0.9; // of the container's duration: subtitles and other streams may end later

std::vector<std::string> track_names(const Plan& plan) {
    std::vector<std::string> names;
    if (plan.video) {
        for (const RungPlan& rung : plan.video->rungs) {
            names.push_back(rung.name);
        }
    }
    for (const AudioPlan& audio : plan.audio) {
        names.push_back(name_of(audio));
    }
    return names;
}

ProgressMeter::Span span_of(const jobs::TranscodeSpec& spec, const Plan& plan) {
    if (!spec.segments) {
        return {plan.duration_sec};
    }
    const bool to_the_end = spec.segments->last == jobs::SegmentRange::kToTheEnd;
    return {to_the_end ? plan.duration_sec : segment_start_sec(plan, spec.segments->last + 1),
            segment_start_sec(plan, spec.segments->first)};
}

} // namespace

Pipeline::Pipeline(ports::FileSystem& file_system, const base::Clock& clock, const jobs::TranscodeSpec& spec,
                   const MediaSource& source, const Plan& plan, PreparedRun& prepared, const Sinks& sinks)
    : m_file_system(file_system), m_spec(spec), m_source(source), m_plan(plan), m_prepared(prepared),
      m_timeline(plan.video ? plan.video->timescale : plan.audio.front().sample_rate),
      m_progress(clock, sinks.progress, track_names(plan), plan.video ? plan.video->rungs.size() : 1,
                 span_of(spec, plan)),
      m_audio({file_system, spec, m_timeline, m_progress, *prepared.journal}, plan) {
    if (plan.video) {
        if (sinks.preview && spec.preview == jobs::Preview::Newest) {
            m_preview.emplace(clock, sinks.preview);
        }
        m_video.emplace(
            RunParts{file_system, spec, m_timeline, m_progress, *prepared.journal, m_preview ? &*m_preview : nullptr},
            *plan.video, plan.segment_format, prepared.window);
    }
}

base::Status Pipeline::run(const base::CancelToken& cancel) {
    StageGroup group(cancel, [this] { unblock(); });
    FH_ASSIGN(m_demuxer, Demuxer::open(m_source, m_plan, group.token()));
    if (m_video) {
        FH_TRY(m_video->open(m_demuxer->stream(m_plan.video->stream_index)));
    }
    FH_TRY(m_audio.open(*m_demuxer));
    if (!m_prepared.window.entered && !m_spec.segments) {
        m_text.emplace(*m_demuxer, m_plan.text);
    }
    FH_TRY(enter());
    start(group);
    FH_TRY(group.wait());
    FH_TRY(check_copies());
    note_damage();
    m_progress.finish();
    return {};
}

base::Status Pipeline::enter() {
    const RunWindow& window = m_prepared.window;
    if (!window.entered) {
        return {};
    }
    const Rational base = from_av(m_demuxer->stream(m_plan.video->stream_index).time_base);
    const std::int64_t zero = rescale(window.entered->pts, window.entered->time_base, base);
    const double begin = std::max(0.0, segment_start_sec(m_plan, window.first) - kLeadInSec);
    return m_demuxer->enter(zero + static_cast<std::int64_t>(begin / base.value()), zero);
}

void Pipeline::start(StageGroup& group) {
    group.start([this] { return demux(); });
    m_audio.start(group);
    if (m_video) {
        m_video->start(group);
    }
}

base::Status Pipeline::demux() {
    FH_TRY(m_demuxer->run([this](UniquePacket packet) { return hand_out(std::move(packet)); }));
    const double expected = m_plan.source_duration_sec;
    if (!m_demuxer->ended_early() && m_demuxer->seconds_read() < expected * kLeastRead - 2) {
        return base::fail(base::ErrorCode::CorruptData,
                          "the source holds " + std::to_string(std::lround(m_demuxer->seconds_read())) + " s of " +
                              std::to_string(std::lround(expected)) + " s: the file is damaged or incomplete");
    }
    if (m_video) {
        m_video->finish_packets();
    }
    m_audio.finish_packets();
    return {};
}

base::Result<bool> Pipeline::hand_out(UniquePacket packet) {
    const int stream = packet->stream_index;
    if (m_video && stream == m_plan.video->stream_index) {
        return m_video->push(std::move(packet));
    }
    if (std::ranges::find(m_plan.text, stream, &TextPlan::stream_index) == m_plan.text.end()) {
        return m_audio.push(*packet);
    }
    if (m_text) {
        m_text->take(*packet);
    }
    return m_text.has_value();
}

void Pipeline::unblock() {
    // First: a stage whose queue is closed must not take that for the end of the film.
    m_timeline.close();
    m_audio.close();
    if (m_video) {
        m_video->close();
    }
}

base::Status Pipeline::check_copies() const {
    const std::int64_t damaged = m_video ? m_video->decoder().damaged() + m_video->decoder().concealed() : 0;
    if (!copies(m_plan) || damaged == 0) {
        return {};
    }
    return base::fail(base::ErrorCode::Unsupported, "the source cannot be copied (video_copy \"never\" encodes it): " +
                                                        std::to_string(damaged) + " parts of its video are damaged");
}

void Pipeline::note_damage() {
    if (m_video) {
        m_notes.insert(m_notes.end(), m_video->notes().begin(), m_video->notes().end());
        if (const std::int64_t damaged = m_video->decoder().damaged(); damaged > 0) {
            m_notes.push_back(std::to_string(damaged) + " damaged parts of the source's video were left out");
        }
    }
    const std::vector<std::string> audio = m_audio.notes();
    m_notes.insert(m_notes.end(), audio.begin(), audio.end());
    if (m_demuxer->clock_jumps() > 0) {
        m_notes.push_back("the source's clock jumps " + std::to_string(m_demuxer->clock_jumps()) +
                          " times; its pieces were joined");
    }
}

Plan Pipeline::plan() const {
    Plan plan = m_plan;
    if (m_video) {
        plan.video = m_video->plan();
    }
    return plan;
}

std::optional<TextCollector> Pipeline::take_text() {
    // Who stopped reading early has not heard the end.
    return m_demuxer->ended_early() ? std::nullopt : std::exchange(m_text, std::nullopt);
}

} // namespace framehand::media
