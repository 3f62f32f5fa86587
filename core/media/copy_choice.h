// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/media/media_info.h"
#include "core/media/plan.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media {

/// A picture may be shown this long after the IDR picture that its segment begins with: as long as the longest segment
/// (Apple 7.7: half a second over the target).
inline constexpr double kLongerThanTargetSec = 0.5;

/// The bit rate of a copy may be this much of the rung's.
inline constexpr double kMostOfRungsRate = 1.5;

/// The output of `job` that the source's pictures would be, by codec and size: of several the one with the highest bit
/// rate. None where copying is forbidden, or the output names an encoder.
[[nodiscard]] std::optional<std::size_t> copy_candidate(const VideoStreamInfo& video, const jobs::Job& job);

/// Why the headers alone say that the video cannot be a rung, as CopyFacts::obstacle; "" if they do not.
[[nodiscard]] std::string header_obstacle(const VideoStreamInfo& video, const jobs::Job& job,
                                          const jobs::OutputRequest& output);

/// A rung that is copied, and the segments that follow from it for all rungs.
struct CopyChoice {
    std::string obstacle;                     ///< as CopyFacts has it; all below only where it is ""
    std::int64_t average = 0;                 ///< bits a second
    std::int64_t peak = 0;                    ///< bits a second, of segments (RFC 8216 4.1)
    std::vector<std::int64_t> segment_starts; ///< as VideoPlan has them
};

/// Cuts the video, whose facts are known, into segments that begin at its IDR pictures: each as near as can be to the
/// plan's nominal length and never longer than that and half a second. Pure.
[[nodiscard]] CopyChoice choose_copy(const VideoStreamInfo& video, const VideoPlan& plan, Rational segment_duration,
                                     const jobs::OutputRequest& output);

} // namespace framehand::media
