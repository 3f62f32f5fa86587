// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/capabilities.h"
#include "core/jobs/job.h"
#include "core/media/media_info.h"
#include "core/media/plan.h"

namespace framehand::media {

/// Decides how a job is done. Pure: same input, same plan. `threads` is the number of cores to plan for, at least 1.
/// Empty capabilities mean that nothing was measured: libx264 is taken.
///
/// Errors: Unsupported (a codec that cannot be made here, or not in the segment format; an unknown encoder),
/// InvalidArgument (a resolution that cannot be read). Messages name the field.
[[nodiscard]] base::Result<Plan> make_plan(const MediaInfo& info, const jobs::Job& job,
                                           const jobs::Capabilities& capabilities, int threads);

} // namespace framehand::media
