// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <optional>
#include <string>

namespace framehand::cli {

/// What a person says about a package.
struct LadderRequest {
    std::string source;                       ///< path of the video relative to the root
    std::string output_dir;                   ///< folder of the package relative to the root; "" is the root itself
    std::string rungs = "1080p,720p,480p";    ///< resolutions, with more if wanted: "720p:hevc:2M:q26"
    std::optional<int> quality;               ///< of rungs that name none; see jobs::OutputRequest
    double segment_time = 6;                  ///< seconds
    std::string segment_format = "fmp4";      ///< or "ts"
    std::optional<std::string> audio_bitrate; ///< "128k"
    std::string surround = "stereo";          ///< or "keep": 5.1 beside the stereo
    std::string video_copy = "auto";          ///< or "never"
    std::string deliver = "hls";              ///< with "dash", "mp4", "mkv" beside it: "dash,mp4"
};

/// The job of a ladder: one output a rung in <output_dir>/<rung> ("720p", "720p-hevc"), or in output_dir itself if it
/// is the only one, so that the package is always at <output_dir>/index.m3u8. job_id stays empty. InvalidArgument names
/// the flag.
[[nodiscard]] base::Result<jobs::Job> build_ladder(const LadderRequest& request);

} // namespace framehand::cli
