// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/media/av.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace framehand::media {

/// Puts one rendition's packets into its container, one segment after another, through libavformat's muxer of the
/// format. Bytes collect in memory until take(). Used by one thread at a time.
class SegmentMuxer {
public:
    virtual ~SegmentMuxer() = default;

    /// The initialization segment; "" where the format has none.
    [[nodiscard]] virtual const std::string& init() const = 0;
    /// Before the first packet of each segment, which has this number in the film.
    [[nodiscard]] virtual base::Status begin_segment(std::int64_t number) = 0;
    /// Before the first packet of each GOP, so that a byte range that starts here can be read alone.
    [[nodiscard]] virtual base::Status begin_gop() = 0;
    /// `packet` is in ticks of the timescale that the muxer was made with.
    [[nodiscard]] virtual base::Status write(const AVPacket& packet) = 0;
    /// Everything written so far becomes bytes.
    [[nodiscard]] virtual base::Status flush() = 0;
    /// Bytes of the current segment so far.
    [[nodiscard]] virtual std::size_t size() const = 0;
    /// The current segment's bytes; flush() before. The next begin_segment() starts from nothing.
    [[nodiscard]] virtual std::string take() = 0;
};

/// `parameters` describe the stream; `timescale` is the ticks a second of its packets.
[[nodiscard]] base::Result<std::unique_ptr<SegmentMuxer>>
make_segment_muxer(jobs::SegmentFormat format, const AVCodecParameters& parameters, std::int64_t timescale);

} // namespace framehand::media
