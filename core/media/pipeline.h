// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/audio_side.h"
#include "core/media/demuxer.h"
#include "core/media/preview_maker.h"
#include "core/media/progress_meter.h"
#include "core/media/run_preparation.h"
#include "core/media/stage_group.h"
#include "core/media/text_collector.h"
#include "core/media/transcoder.h"
#include "core/media/video_side.h"

#include <optional>
#include <string>
#include <vector>

namespace framehand::media {

/// The segments of one run: opens the halves that make them and feeds these from one demuxer.
///
///     demux -> video side: decode, convert, scale, encode and write each rung
///          |-> audio side: decode, encode and write each track
///          '-> text: collected for later
///
/// No stage waits for one behind it, and audio waits for nothing but video's first picture, so the stages cannot block
/// each other for good.
class Pipeline {
public:
    /// Who is told meanwhile.
    struct Sinks {
        const Transcoder::ProgressSink& progress;
        const Transcoder::PreviewSink& preview;
    };

    Pipeline(ports::FileSystem& file_system, const base::Clock& clock, const jobs::TranscodeSpec& spec,
             const MediaSource& source, const Plan& plan, PreparedRun& prepared, const Sinks& sinks);

    /// All segments that were missing are in the journal afterwards.
    [[nodiscard]] base::Status run(const base::CancelToken& cancel);

    /// The plan as it was carried out: encoders may have been replaced. Valid after run().
    [[nodiscard]] Plan plan() const;

    /// The subtitles of the source; nothing if this run did not read all of it. Call once, after run().
    [[nodiscard]] std::optional<TextCollector> take_text();

    /// What happened on the way, for people. Valid after run().
    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

private:
    [[nodiscard]] base::Status enter();
    void start(StageGroup& group);
    [[nodiscard]] base::Status demux();
    [[nodiscard]] base::Result<bool> hand_out(UniquePacket packet);
    void unblock();
    [[nodiscard]] base::Status check_copies() const;
    void note_damage();

    ports::FileSystem& m_file_system;
    const jobs::TranscodeSpec& m_spec;
    const MediaSource m_source;
    const Plan m_plan;
    PreparedRun& m_prepared;
    PresentationTimeline m_timeline;
    ProgressMeter m_progress;
    std::optional<PreviewMaker> m_preview;
    std::optional<Demuxer> m_demuxer;
    std::optional<VideoSide> m_video;
    AudioSide m_audio;
    std::optional<TextCollector> m_text; ///< in a run that sees the whole source
    std::vector<std::string> m_notes;
};

} // namespace framehand::media
