// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/transcode_limits.h"
#include "core/media/media_info.h"
#include "core/media/media_source.h"

namespace framehand::media {

/// Opens a file and says what is in it. Blocks while it reads (at most some 20 MiB of a healthy file); call it off the
/// main thread. Nothing but this one local file is ever opened: playlists and scripts are refused (input_file.h).
///
/// Errors: NotFound; Unsupported ("not a media file that libav knows", "no video or audio in it", no decoder, picture
/// larger than 16384 on a side or `limits` says, film longer than that); CorruptData; Cancelled.
[[nodiscard]] base::Result<MediaInfo> inspect(const MediaSource& source, const base::CancelToken& cancel,
                                              const jobs::TranscodeLimits& limits = {});

} // namespace framehand::media
