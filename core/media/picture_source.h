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
#include <functional>

namespace framehand::media {

/// The video side up to the ladder: packets become timed frames (decode(), one thread), and those become converted,
/// numbered and marked pictures (convert(), another). Tells the timeline where video starts, is cut and ends.
class PictureSource {
public:
    /// Takes a picture; false ends the work early.
    using Taker = std::function<bool(Picture)>;

    PictureSource(const VideoPlan& plan, PictureSize top, PresentationTimeline& timeline, Decoder decoder);

    /// Works until `packets` ends, then finishes `frames`. CorruptData if too little can be decoded, or if the source
    /// ends long before it should.
    [[nodiscard]] base::Status decode(PacketQueue& packets, FrameQueue& frames);
    /// Works until `frames` ends.
    [[nodiscard]] base::Status convert(FrameQueue& frames, const Taker& take);

    [[nodiscard]] const Decoder& decoder() const { return m_decoder; }

private:
    [[nodiscard]] base::Status take_frame(UniqueFrame frame, FrameQueue& frames);
    [[nodiscard]] base::Status check_length() const;

    const VideoPlan m_plan;
    PresentationTimeline& m_timeline;
    static constexpr std::int64_t kNoEnd = -1;
    std::atomic<std::int64_t> m_end = kNoEnd; ///< set by decode() once all frames are in the queue
    Decoder m_decoder;                        ///< used by decode(), as the next two
    FrameTimeline m_times;
    std::int64_t m_seen = 0;
    FrameConverter m_converter; ///< used by convert(), as the next two
    SegmentGrid m_grid;
    std::int64_t m_next_index = 0;
};

} // namespace framehand::media
