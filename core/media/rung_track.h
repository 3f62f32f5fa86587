// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/follower_rate.h"
#include "core/media/frame_scaler.h"
#include "core/media/lead_statistics.h"
#include "core/media/picture.h"
#include "core/media/presentation_timeline.h"
#include "core/media/segment_writer.h"
#include "core/media/video_encoder.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::media {

/// One rung: its scaler (scale(), one thread), its encoder and its segment writer (encode(), another).
/// Segments that the journal has already are not made again: their pictures pass by, and the encoder is opened anew
/// for the next segment that is missing. So it is for every GOP that comes with statistics of the largest rung. Decode
/// times go on as if it had been one encoder.
class RungTrack {
public:
    /// `encoder` is the first to be used; others are opened like it.
    RungTrack(RungPlan rung, const VideoPlan& plan, VideoEncoder encoder, SegmentWriter::Output output);

    /// Makes this the largest rung, whose statistics the others get. Before encode().
    void lead(std::unique_ptr<LeadStatistics> statistics) { m_lead = std::move(statistics); }

    /// Scales what `from` holds until it ends, or until `take` says that nothing more is wanted.
    [[nodiscard]] base::Status scale(PictureQueue& from, const std::function<base::Result<bool>(Picture)>& take);
    /// Encodes and writes until `pictures` ends. `at` is told the time and number of each picture taken.
    [[nodiscard]] base::Status encode(PictureQueue& pictures, PresentationTimeline& timeline,
                                      const std::function<void(std::int64_t pts, std::int64_t index)>& at);

    [[nodiscard]] const RungPlan& plan() const { return m_rung; }

    /// All finished segments, those of earlier runs too. Valid after encode().
    [[nodiscard]] const RenditionRecord& record() const { return m_record; }

private:
    [[nodiscard]] base::Status begin_gop(const Picture& picture);
    [[nodiscard]] std::shared_ptr<const GopStatistics> statistics_for(const Picture& picture) const;
    [[nodiscard]] bool wants_new_encoder(const Picture& picture) const;
    [[nodiscard]] base::Status open_encoder(const Picture& picture);
    [[nodiscard]] base::Status close_encoder(std::int64_t end);
    [[nodiscard]] base::Status close_segment(std::int64_t end);
    [[nodiscard]] base::Status take_packet(const EncodedPacket& packet);
    [[nodiscard]] base::Status open_writer(const AVPacket& first);

    RungPlan m_rung;
    VideoPlan m_plan;
    FrameScaler m_scaler;
    std::optional<VideoEncoder> m_encoder; ///< none while finished segments pass by
    SegmentWriter::Output m_output;
    FinishedRendition m_finished;                    ///< before this run
    bool m_fresh = true;                             ///< m_encoder has not been given a picture yet
    std::unique_ptr<LeadStatistics> m_lead;          ///< of the largest rung, where statistics are shared
    std::shared_ptr<const GopStatistics> m_followed; ///< what m_encoder reads
    FollowerRate m_rate;
    std::optional<SegmentWriter> m_writer; ///< from the first packet on
    RenditionRecord m_record;
};

/// A second reference to a picture for another taker.
[[nodiscard]] base::Result<Picture> share(const Picture& picture);

} // namespace framehand::media
