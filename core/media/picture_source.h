// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/decoder.h"
#include "core/media/frame_converter.h"
#include "core/media/frame_timeline.h"
#include "core/media/picture.h"
#include "core/media/presentation_timeline.h"
#include "core/media/segment_grid.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>

namespace framehand::media {

/// The part of a film that a run makes, and where it enters the source.
struct RunWindow {
    std::int64_t first = 0;           ///< number of the first segment
    std::optional<std::int64_t> last; ///< number of the last one; absent: to the film's end
    /// The source's time of the film's first picture, where the run does not begin to read there.
    std::optional<PresentationTimeline::Zero> entered;
};

/// From packets to the pictures that all rungs share: decode() and convert(), each on a thread of its own with a queue
/// between them.
///
/// Pictures before the window only lead in: they are decoded and converted, so that what follows is the same as in a
/// run from the film's start, and then dropped. Once a picture behind the window is seen, nothing more is read.
class PictureSource {
public:
    /// Takes the next picture; false ends the work early.
    using Taker = std::function<bool(Picture)>;

    PictureSource(const VideoPlan& plan, PictureSize top, const RunWindow& window, PresentationTimeline& timeline,
                  Decoder decoder);

    /// Works until `packets` ends, then finishes `frames`. CorruptData if too little can be decoded, or if the source
    /// ends long before it should.
    [[nodiscard]] base::Status decode(PacketQueue& packets, FrameQueue& frames);
    /// Works until `frames` ends or the window does. NotFound if the source was entered too late to know what precedes
    /// the window.
    [[nodiscard]] base::Status convert(FrameQueue& frames, const Taker& take);

    /// True once the window is complete and no packet is wanted any more. Callable from any thread.
    [[nodiscard]] bool has_enough() const { return m_enough; }

    [[nodiscard]] const Decoder& decoder() const { return m_decoder; }

private:
    [[nodiscard]] base::Status take_frame(UniqueFrame frame, FrameQueue& frames);
    [[nodiscard]] base::Status check_length() const;
    [[nodiscard]] base::Status begin_segment(const Picture& picture);
    [[nodiscard]] base::Status take_picture(UniqueFrame frame, const Taker& take);
    void remember(std::int64_t pts);

    const VideoPlan m_plan;
    const RunWindow m_window;
    PresentationTimeline& m_timeline;
    static constexpr std::int64_t kNoEnd = -1;
    std::atomic<std::int64_t> m_end = kNoEnd; ///< set by decode() once all frames are in the queue
    std::atomic<bool> m_enough = false;       ///< set by convert()
    Decoder m_decoder;                        ///< used by decode(), as the next two
    FrameTimeline m_times;
    std::int64_t m_seen = 0;
    FrameConverter m_converter; ///< used by convert(), as all below
    SegmentGrid m_grid;
    std::int64_t m_next_index = 0;
    std::deque<std::int64_t> m_history; ///< times of the latest pictures
    bool m_wanted = true;
};

} // namespace framehand::media
