// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/segment_muxer.h"

#include "core/media/fmp4_muxer.h"
#include "core/media/ts_muxer.h"

namespace framehand::media {

base::Result<std::unique_ptr<SegmentMuxer>>
make_segment_muxer(jobs::SegmentFormat format, const AVCodecParameters& parameters, std::int64_t timescale) {
    return format == jobs::SegmentFormat::MpegTs ? TsMuxer::create(parameters, timescale)
                                                 : Fmp4Muxer::create(parameters, timescale);
}

} // namespace framehand::media
