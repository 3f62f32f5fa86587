// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/transcoder.h"

#include "core/media/package_finisher.h"
#include "core/media/pipeline.h"
#include "core/media/run_preparation.h"

#include <utility>

namespace framehand::media {

namespace {

base::Status check_range(const jobs::TranscodeSpec& spec, const Plan& plan) {
    const std::int64_t count = expected_segments(plan);
    if (!spec.segments || count == 0) {
        return {};
    }
    const jobs::SegmentRange& range = *spec.segments;
    const bool has_last = range.last == jobs::SegmentRange::kToTheEnd || range.last < count;
    if (range.first < count && has_last) {
        return {};
    }
    return base::fail(base::ErrorCode::InvalidArgument,
                      "segments: the range " + to_string(range) + " goes beyond the film's end: it has " +
                          std::to_string(count) + ", " + to_string(jobs::SegmentRange{0, count - 1}));
}

} // namespace

Transcoder::Transcoder(ports::FileSystem& file_system, const base::Clock& clock, PreviewSink preview,
                       ports::RangeReader* ranges)
    : m_file_system(file_system), m_clock(clock), m_preview(std::move(preview)), m_ranges(ranges) {
}

base::Result<TranscodeOutput> Transcoder::run(const jobs::TranscodeSpec& spec, const Plan& plan,
                                              const ProgressSink& progress, const base::CancelToken& cancel) {
    if (!plan.video && plan.audio.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, "the plan makes nothing");
    }
    if (plan.video && plan.video->rungs.size() != spec.layout.rung_dirs.size()) {
        return base::fail(base::ErrorCode::InvalidArgument, "the plan and the layout differ in the number of outputs");
    }
    FH_TRY(check_range(spec, plan));
    for (Entry entry = Entry::Seek;;) {
        auto output = make(spec, plan, entry, progress, cancel);
        const base::ErrorCode code = output ? base::ErrorCode::Internal : output.error().code;
        if (code == base::ErrorCode::NotFound && entry == Entry::Seek) {
            entry = Entry::Read; // the source cannot be entered where it is needed
        } else if (code == base::ErrorCode::AlreadyExists && entry != Entry::Restart) {
            entry = Entry::Restart; // what is finished was made by an encoder that is not here any more
        } else {
            return output;
        }
    }
}

base::Result<TranscodeOutput> Transcoder::make(const jobs::TranscodeSpec& spec, const Plan& plan, Entry entry,
                                               const ProgressSink& progress, const base::CancelToken& cancel) {
    const MediaSource source = MediaSource::of(spec, m_ranges);
    FH_ASSIGN(PreparedRun prepared, prepare_run(m_file_system, spec, source, plan, entry, cancel));
    Plan made = plan;
    std::optional<TextCollector> text;
    std::vector<std::string> notes = plan.notes;
    if (prepared.state == PreparedRun::State::ToDo) {
        if (prepared.window.first > (spec.segments ? spec.segments->first : 0)) {
            notes.push_back("segments of an earlier run were kept; this one went on with number " +
                            std::to_string(prepared.window.first));
        }
        Pipeline pipeline(m_file_system, m_clock, spec, source, plan, prepared, {progress, m_preview});
        FH_TRY(pipeline.run(cancel));
        made = pipeline.plan();
        text = pipeline.take_text();
        notes.insert(notes.end(), pipeline.notes().begin(), pipeline.notes().end());
    }
    FH_ASSIGN(TranscodeOutput output,
              finish_package(m_file_system, spec, source, made, *prepared.journal, std::move(text), cancel));
    notes.insert(notes.end(), output.notes.begin(), output.notes.end());
    output.notes = std::move(notes);
    return output;
}

} // namespace framehand::media
