// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/audio_track.h"
#include "core/media/demuxer.h"
#include "core/media/progress_meter.h"
#include "core/media/stage_group.h"
#include "core/media/transcoder.h"
#include "core/media/video_side.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media {

/// One run of the transcoder: opens its halves, feeds them from one demuxer, and publishes what they made.
///
///     demux -> video side: decode, convert, scale, encode and write each rung
///          '-> audio: decode, encode and write
///
/// No stage waits for one behind it, and audio waits for nothing but video's first picture, so the stages cannot block
/// each other for good.
class Pipeline {
public:
    Pipeline(ports::FileSystem& file_system, const base::Clock& clock, const jobs::TranscodeSpec& spec,
             const Plan& plan, const Transcoder::ProgressSink& progress);

    [[nodiscard]] base::Result<TranscodeOutput> run(const base::CancelToken& cancel);

private:
    [[nodiscard]] base::Status open_audio();
    void start(StageGroup& group);
    [[nodiscard]] base::Status demux();
    void unblock();
    [[nodiscard]] base::Result<TranscodeOutput> publish();
    void note_damage();

    ports::FileSystem& m_file_system;
    const jobs::TranscodeSpec& m_spec;
    const Plan m_plan;
    PresentationTimeline m_timeline;
    ProgressMeter m_progress;
    PacketQueue m_audio_packets;
    std::optional<Demuxer> m_demuxer;
    std::optional<VideoSide> m_video;
    std::unique_ptr<AudioTrack> m_audio;
    std::vector<std::string> m_notes;
};

} // namespace framehand::media
