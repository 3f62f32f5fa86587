// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/frame_timeline.h"
#include "core/media/packet_timer.h"
#include "core/media/picture.h"
#include "core/media/picture_source.h"
#include "core/media/plan.h"
#include "core/media/presentation_timeline.h"
#include "core/media/segment_grid.h"
#include "core/media/segment_writer.h"

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace framehand::media {

/// A rung that is the source's own compressed pictures: cuts them into segments at the same times, and under the same
/// timestamps, as the rungs that are encoded from them.
///
/// Works on whole GOPs, since what is shown when is known only once a GOP is complete; at most one and the reordering
/// depth of pictures wait here. What precedes the run's window only tells its times.
/// Made on one thread, then used by one other.
class CopyTrack {
public:
    /// `source` is the stream that the packets are from.
    [[nodiscard]] static base::Result<CopyTrack> create(const RungPlan& rung, const VideoPlan& plan,
                                                        const RunWindow& window, const AVStream& source,
                                                        SegmentWriter::Output output);

    /// Writes the packets until their queue ends or the window does; closes the queue then. `at` is told the time and
    /// number of each picture written. Unsupported if the stream is not what was planned for; NotFound if the source
    /// was entered too late to know what precedes the window.
    [[nodiscard]] base::Status run(PacketQueue& packets, PresentationTimeline& timeline,
                                   const std::function<void(std::int64_t pts, std::int64_t index)>& at);

    /// All finished segments, those of earlier runs too. Valid after run().
    [[nodiscard]] const RenditionRecord& record() const { return m_record; }

private:
    using At = std::function<void(std::int64_t, std::int64_t)>;

    /// A picture on its way to the segment.
    struct Waiting {
        UniquePacket packet;
        std::int64_t number = 0; ///< in display order, from 0 where the window begins
        GridPlace place;
    };

    CopyTrack(const RungPlan& rung, const VideoPlan& plan, RunWindow window, Rational time_base,
              unsigned nal_length_size, UniqueCodecParameters parameters, SegmentWriter::Output output);

    [[nodiscard]] base::Result<bool> is_idr(const AVPacket& packet) const;
    /// The open GOP is complete: times for it, and what follows from them.
    [[nodiscard]] base::Status end_gop(const At& at);
    [[nodiscard]] base::Status begin_window();
    [[nodiscard]] base::Status write_timed(const At& at);
    void remember(std::int64_t pts);

    const VideoPlan m_plan;
    const RunWindow m_window;
    const unsigned m_nal_length_size;
    UniqueCodecParameters m_parameters;
    SegmentWriter::Output m_output;
    FrameTimeline m_times;
    SegmentGrid m_grid;
    PacketTimer m_timer;
    std::vector<UniquePacket> m_gop;    ///< in decode order
    std::deque<Waiting> m_waiting;      ///< in decode order, until their times are known
    std::deque<std::int64_t> m_history; ///< times of the latest pictures before the window
    std::int64_t m_next_number = 0;
    bool m_behind_window = false;
    std::optional<SegmentWriter> m_writer; ///< from the window's first picture on
    RenditionRecord m_record;
};

} // namespace framehand::media
