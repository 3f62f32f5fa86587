// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/media/media_info.h"
#include "core/media/plan.h"

#include <string>
#include <vector>

namespace framehand::media {

/// The audio renditions of a job: for each audio track of the source a stereo one and, where the job keeps surround and
/// the track has five channels or more, 5.1 behind it. The source's default track comes first. Names are told apart.
/// Pure; says what is left out in `notes`. Unsupported for a codec that this version does not make.
[[nodiscard]] base::Result<std::vector<AudioPlan>> plan_audio(const MediaInfo& info, const jobs::Job& job,
                                                              std::vector<std::string>& notes);

/// The text renditions, in the source's order. Pure, as above.
[[nodiscard]] std::vector<TextPlan> plan_text(const MediaInfo& info, std::vector<std::string>& notes);

} // namespace framehand::media
