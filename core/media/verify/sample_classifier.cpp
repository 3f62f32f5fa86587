// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/sample_classifier.h"

#include "core/media/verify/av1_parser.h"
#include "core/media/verify/hevc_parser.h"

namespace framehand::media::verify {

base::Result<AccessUnit> classify_sample(const Mp4Init& init, Bytes sample) {
    if (init.track.video_codec == VideoCodec::Av1) {
        return Av1Parser::classify(sample);
    }
    FH_ASSIGN(const std::vector<Bytes> nals, H264Parser::split_length_prefixed(sample, init.nal_length_size));
    return init.track.video_codec == VideoCodec::Hevc ? HevcParser::classify(nals) : H264Parser::classify(nals);
}

} // namespace framehand::media::verify
