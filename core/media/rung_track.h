// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/frame_scaler.h"
#include "core/media/picture.h"
#include "core/media/presentation_timeline.h"
#include "core/media/segment_writer.h"
#include "core/media/video_encoder.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace framehand::media {

/// One rung: its scaler (scale(), one thread), its encoder and its segment writer (encode(), another).
class RungTrack {
public:
    struct Output {
        ports::FileSystem* file_system = nullptr;
        std::filesystem::path folder; ///< exists
        jobs::SegmentFormat format = jobs::SegmentFormat::Fmp4;
        SegmentWriter::Written written;
    };

    RungTrack(RungPlan rung, const VideoPlan& plan, VideoEncoder encoder, Output output);

    /// Scales what `from` holds into `to`, and passes it on to `below`, the next smaller rung, if there is one.
    [[nodiscard]] base::Status scale(PictureQueue& from, PictureQueue& to, PictureQueue* below);
    /// Encodes and writes until `pictures` ends. `at` is told the time and number of each picture taken.
    [[nodiscard]] base::Status encode(PictureQueue& pictures, PresentationTimeline& timeline,
                                      const std::function<void(std::int64_t pts, std::int64_t index)>& at);

    [[nodiscard]] const RungPlan& plan() const { return m_rung; }

    /// Valid after encode().
    [[nodiscard]] const RenditionRecord& record() const { return m_writer->record(); }

private:
    [[nodiscard]] base::Status take_packet(const EncodedPacket& packet);
    [[nodiscard]] base::Status open_writer(const AVPacket& first);

    RungPlan m_rung;
    std::int64_t m_timescale;
    FrameScaler m_scaler;
    VideoEncoder m_encoder;
    Output m_output;
    std::optional<SegmentWriter> m_writer; ///< from the first packet on
};

/// A second reference to a picture for another taker.
[[nodiscard]] base::Result<Picture> share(const Picture& picture);

} // namespace framehand::media
