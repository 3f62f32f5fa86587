// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/probe/known_encoders.h"

namespace framehand::media::probe {

const std::vector<KnownEncoder>& known_encoders() {
    using Home = FrameHome;
    using Trial = SizeTrial;
    static const std::vector<KnownEncoder> kEncoders = {
        {"libx264", "h264", "", Home::Memory, Trial::EncodeThenOpen, {{"preset", "veryfast"}}},
        {"h264_nvenc", "h264", "nvidia", Home::Memory, Trial::EncodeAll, {}},
        {"h264_qsv", "h264", "intel", Home::Memory, Trial::EncodeAll, {}},
        {"h264_amf", "h264", "amd", Home::Memory, Trial::EncodeAll, {}},
        {"h264_vaapi", "h264", "vaapi", Home::Vaapi, Trial::EncodeAll, {}},
        {"h264_v4l2m2m", "h264", "v4l2", Home::Memory, Trial::EncodeAll, {}},
        {"h264_mf", "h264", "microsoft", Home::Memory, Trial::EncodeAll, {{"hw_encoding", "1"}}},
        {"h264_videotoolbox", "h264", "apple", Home::Memory, Trial::EncodeAll, {}},
        {"libx265", "hevc", "", Home::Memory, Trial::EncodeFirstOnly, {{"preset", "veryfast"}}},
        {"hevc_nvenc", "hevc", "nvidia", Home::Memory, Trial::EncodeAll, {}},
        {"hevc_qsv", "hevc", "intel", Home::Memory, Trial::EncodeAll, {}},
        {"hevc_amf", "hevc", "amd", Home::Memory, Trial::EncodeAll, {}},
        {"hevc_vaapi", "hevc", "vaapi", Home::Vaapi, Trial::EncodeAll, {}},
        {"hevc_v4l2m2m", "hevc", "v4l2", Home::Memory, Trial::EncodeAll, {}},
        {"hevc_mf", "hevc", "microsoft", Home::Memory, Trial::EncodeAll, {{"hw_encoding", "1"}}},
        {"hevc_videotoolbox", "hevc", "apple", Home::Memory, Trial::EncodeAll, {}},
        {"libsvtav1", "av1", "", Home::Memory, Trial::EncodeFirstOnly, {{"preset", "10"}}},
        {"av1_nvenc", "av1", "nvidia", Home::Memory, Trial::EncodeAll, {}},
        {"av1_qsv", "av1", "intel", Home::Memory, Trial::EncodeAll, {}},
        {"av1_amf", "av1", "amd", Home::Memory, Trial::EncodeAll, {}},
        {"av1_vaapi", "av1", "vaapi", Home::Vaapi, Trial::EncodeAll, {}},
        {"aac", "aac", "", Home::Memory, Trial::None, {}},
    };
    return kEncoders;
}

} // namespace framehand::media::probe
