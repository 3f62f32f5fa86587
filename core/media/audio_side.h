// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/audio_track.h"
#include "core/media/demuxer.h"
#include "core/media/plan.h"
#include "core/media/run_parts.h"
#include "core/media/stage_group.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace framehand::media {

/// The audio half of a run: for each planned rendition a queue of packets and a thread that decodes, encodes and writes
/// it. All are cut where video is; without video the first one decides, and the others follow it.
/// Opened by one thread; its tracks have threads of their own between start() and the end of their group.
class AudioSide {
public:
    AudioSide(RunParts parts, const Plan& plan);

    /// Opens all decoders, encoders and folders.
    [[nodiscard]] base::Status open(const Demuxer& demuxer);
    void start(StageGroup& group);

    /// A packet of any stream, for each rendition that is made of it; waits for room. False once no more of that stream
    /// are wanted. CorruptData if audio comes so long before video's first picture that waiting would never end.
    [[nodiscard]] base::Result<bool> push(const AVPacket& packet);
    /// No packet follows.
    void finish_packets();
    /// Frees all stages, from any thread; nothing they make afterwards counts.
    void close();

    /// What happened on the way, for people. Valid once the group ended well.
    [[nodiscard]] std::vector<std::string> notes() const;

private:
    struct Track {
        Track(AudioPlan track_plan, std::size_t queue_bytes);

        AudioPlan plan;
        PacketQueue packets;
        std::unique_ptr<AudioTrack> track;
        std::atomic<bool> waits_for_video = false;
    };

    [[nodiscard]] base::Status open_track(const Demuxer& demuxer, std::size_t index);
    [[nodiscard]] base::Status run_track(std::size_t index);
    [[nodiscard]] AudioTrack::Clock clock_of(std::size_t index) const;
    [[nodiscard]] static std::string label(const AudioPlan& plan, std::size_t count);

    RunParts m_parts;
    const Rational m_segment_duration;
    const jobs::SegmentFormat m_format;
    const bool m_has_video;
    std::vector<std::unique_ptr<Track>> m_tracks; ///< as in the plan
};

} // namespace framehand::media
