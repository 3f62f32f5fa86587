// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/frame_scaler.h"
#include "core/media/picture.h"
#include "core/media/presentation_timeline.h"
#include "core/media/segment_writer.h"
#include "core/media/video_encoder.h"

#include <functional>
#include <optional>
#include <string>

namespace framehand::media {

/// One rung: its scaler (scale(), one thread), its encoder and its segment writer (encode(), another).
/// Segments that the journal has already are not made again: their pictures pass by, and the encoder is opened anew
/// for the next segment that is missing. Decode times go on as if nothing had been left out.
class RungTrack {
public:
    /// `encoder` is the first to be used; others are opened like it.
    RungTrack(RungPlan rung, const VideoPlan& plan, VideoEncoder encoder, SegmentWriter::Output output);

    /// Scales what `from` holds into `to`, and passes it on to `below`, the next smaller rung, if there is one.
    [[nodiscard]] base::Status scale(PictureQueue& from, PictureQueue& to, PictureQueue* below);
    /// Encodes and writes until `pictures` ends. `at` is told the time and number of each picture taken.
    [[nodiscard]] base::Status encode(PictureQueue& pictures, PresentationTimeline& timeline,
                                      const std::function<void(std::int64_t pts, std::int64_t index)>& at);

    [[nodiscard]] const RungPlan& plan() const { return m_rung; }

    /// All finished segments, those of earlier runs too. Valid after encode().
    [[nodiscard]] const RenditionRecord& record() const { return m_record; }

private:
    [[nodiscard]] base::Status begin_segment(const Picture& picture);
    [[nodiscard]] base::Status close_encoder(std::int64_t end);
    [[nodiscard]] base::Status take_packet(const EncodedPacket& packet);
    [[nodiscard]] base::Status open_writer(const AVPacket& first);

    RungPlan m_rung;
    VideoPlan m_plan;
    FrameScaler m_scaler;
    std::optional<VideoEncoder> m_encoder; ///< none while finished segments pass by
    SegmentWriter::Output m_output;
    FinishedRendition m_finished;          ///< before this run
    bool m_fresh = true;                   ///< m_encoder has not been given a picture yet
    std::optional<SegmentWriter> m_writer; ///< from the first packet on
    RenditionRecord m_record;
};

/// A second reference to a picture for another taker.
[[nodiscard]] base::Result<Picture> share(const Picture& picture);

} // namespace framehand::media
