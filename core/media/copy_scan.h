// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/media/media_info.h"
#include "core/media/media_source.h"

#include <functional>

namespace framehand::media {

/// Told how much of the file is read, 0 to 1.
using ScanProgress = std::function<void(double)>;

/// Fills `info.video->copy`, where the headers alone do not say that no rung of `job` can be a copy (copy_choice.h):
/// reads the file's video from end to end without decoding, but no further than to the first obstacle. `info` is what
/// inspect() said of `file`. A file that cannot be read to its end is an obstacle, too. Blocks.
/// Errors: Cancelled.
[[nodiscard]] base::Status look_for_copy(MediaInfo& info, const MediaSource& file, const jobs::Job& job,
                                         const base::CancelToken& cancel, const ScanProgress& progress = {});

} // namespace framehand::media
