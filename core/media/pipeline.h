// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/audio_track.h"
#include "core/media/demuxer.h"
#include "core/media/picture_source.h"
#include "core/media/progress_meter.h"
#include "core/media/rung_track.h"
#include "core/media/stage_group.h"
#include "core/media/transcoder.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media {

/// One run of the transcoder: opens the stages, connects them by queues, runs them and publishes what they made.
///
///     demux -> decode -> convert -> encode and write the largest rung
///          |                    '-> scale -> encode and write the next
///          |                                  '-> scale -> ...
///          '-> audio
///
/// Every arrow is a queue that is bounded by bytes; a slow stage holds back those before it. No stage waits for one
/// behind it, and audio waits for nothing but video's first picture, so the stages cannot block each other for good.
class Pipeline {
public:
    Pipeline(ports::FileSystem& file_system, const base::Clock& clock, const jobs::TranscodeSpec& spec,
             const Plan& plan, const Transcoder::ProgressSink& progress);

    [[nodiscard]] base::Result<TranscodeOutput> run(const base::CancelToken& cancel);

private:
    /// A rung in the order of the cascade, largest first.
    struct Step {
        std::size_t output = 0; ///< index in the job's outputs
        std::unique_ptr<RungTrack> track;
        std::unique_ptr<PictureQueue> to_scale; ///< null for the largest
        std::unique_ptr<PictureQueue> to_encode;
    };

    [[nodiscard]] base::Status open_video();
    [[nodiscard]] base::Status open_rung(std::size_t output);
    [[nodiscard]] base::Result<VideoEncoder> open_encoder(RungPlan& rung);
    [[nodiscard]] base::Status open_audio();
    void make_queues();
    void start(StageGroup& group);
    void start_rung(StageGroup& group, std::size_t index);
    [[nodiscard]] base::Status demux();
    void unblock();
    [[nodiscard]] base::Result<TranscodeOutput> publish();
    void note_damage();

    ports::FileSystem& m_file_system;
    const jobs::TranscodeSpec& m_spec;
    Plan m_plan; ///< ours: encoders may be replaced
    PresentationTimeline m_timeline;
    ProgressMeter m_progress;
    PacketQueue m_video_packets;
    PacketQueue m_audio_packets;
    FrameQueue m_frames;
    std::vector<Step> m_steps;
    std::optional<Demuxer> m_demuxer;
    std::unique_ptr<PictureSource> m_pictures;
    std::unique_ptr<AudioTrack> m_audio;
    std::vector<std::string> m_notes;
};

} // namespace framehand::media
