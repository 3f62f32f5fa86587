// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/transcode_limits.h"
#include "core/media/media_info.h"
#include "core/media/media_source.h"

#include <functional>

namespace framehand::transcoder {

using Inspection = std::function<base::Result<media::MediaInfo>(const base::CancelToken&)>;

/// What `inspection` gave; after `time` its token fires, and the answer is then Timeout for `source`. Blocks.
[[nodiscard]] base::Result<media::MediaInfo> inspect_within(base::Duration time, const media::MediaSource& source,
                                                            const Inspection& inspection);

/// media::inspect() within the limits.
[[nodiscard]] base::Result<media::MediaInfo> inspect_within(const jobs::TranscodeLimits& limits,
                                                            const media::MediaSource& source);

} // namespace framehand::transcoder
