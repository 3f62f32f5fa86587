// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/copy_track.h"
#include "core/media/held_pictures.h"
#include "core/media/picture_source.h"
#include "core/media/plan.h"
#include "core/media/run_parts.h"
#include "core/media/rung_track.h"
#include "core/media/stage_group.h"
#include "core/media/statistics_folder.h"

#include <memory>
#include <string>
#include <vector>

namespace framehand::media {

/// The video half of a run:
///
///     packets -> decode -> convert -> encode and write the largest rung
///                             '-> scale -> encode and write the next
///                                   '-> scale -> ...
///        '-> write a rung that is copied
///
/// Every arrow is a queue that is bounded by bytes; a slow stage holds back those before it. Where the rungs share
/// statistics, what was scaled for the second rung waits (HeldPictures) until the first has encoded its GOP, and all
/// smaller rungs are made from that. Everything is decoded even where all rungs are copied: only so is it known that it
/// can be, and when its pictures are shown.
/// Opened and asked for its records by one thread; its stages have threads of their own between start() and the end of
/// their group.
class VideoSide {
public:
    VideoSide(RunParts parts, VideoPlan plan, jobs::SegmentFormat format, RunWindow window);

    /// Opens decoder and encoders. A hardware encoder that does not open is replaced, and notes() says so.
    [[nodiscard]] base::Status open(const AVStream& stream);
    void start(StageGroup& group);

    /// A packet to decode and to copy; waits for room. False once no more are wanted.
    [[nodiscard]] base::Result<bool> push(UniquePacket packet);
    /// No packet follows.
    void finish_packets();
    /// Frees all stages, from any thread; nothing they make afterwards counts.
    void close();

    /// The plan as it is carried out.
    [[nodiscard]] const VideoPlan& plan() const { return m_plan; }

    /// Of rung `output`, an index into the plan's rungs. Valid once the group ended well.
    [[nodiscard]] const RenditionRecord& record(std::size_t output) const;

    [[nodiscard]] const Decoder& decoder() const { return m_pictures->decoder(); }

    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

private:
    /// A rung that is encoded, in the order of the cascade, largest first.
    struct Step {
        std::size_t output = 0; ///< index into the plan's rungs
        std::unique_ptr<RungTrack> track;
        std::unique_ptr<PictureQueue> to_scale; ///< null for the largest
        std::unique_ptr<PictureQueue> to_encode;
    };

    /// A rung that is copied.
    struct Copy {
        std::size_t output = 0; ///< index into the plan's rungs
        std::unique_ptr<CopyTrack> track;
        std::unique_ptr<PacketQueue> packets;
    };

    [[nodiscard]] base::Result<SegmentWriter::Output> make_output(std::size_t output);
    [[nodiscard]] PictureSize largest_size() const;
    [[nodiscard]] base::Status open_rung(Step& step);
    [[nodiscard]] base::Result<VideoEncoder> open_encoder(RungPlan& rung);
    [[nodiscard]] base::Status share_statistics();
    [[nodiscard]] base::Status convert();
    [[nodiscard]] base::Status scale(std::size_t index);
    [[nodiscard]] base::Status release();
    [[nodiscard]] base::Status encode(std::size_t index);
    [[nodiscard]] base::Status copy(std::size_t index);
    [[nodiscard]] base::Result<bool> hand_on(std::size_t index, Picture picture);
    void finish(std::size_t index);
    [[nodiscard]] PictureQueue* below(std::size_t index);

    RunParts m_parts;
    VideoPlan m_plan; ///< ours: encoders may be replaced
    jobs::SegmentFormat m_format;
    RunWindow m_window;
    PacketQueue m_packets;
    FrameQueue m_frames;
    std::vector<Step> m_steps;
    std::vector<Copy> m_copies;
    std::unique_ptr<StatisticsFolder> m_statistics; ///< where statistics are shared, as the next
    std::unique_ptr<HeldPictures> m_held;
    std::unique_ptr<PictureSource> m_pictures;
    std::vector<std::string> m_notes;
};

} // namespace framehand::media
