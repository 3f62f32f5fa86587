// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/package_publisher.h"
#include "core/media/plan.h"
#include "core/media/text_track.h"
#include "core/ports/file_system.h"

#include <string>
#include <vector>

namespace framehand::media {

/// Makes the single files that the job asks for ("film.mp4", "film.mkv") of its finished renditions: the job's rung, or
/// the largest, with all audio and text. They lie in the version folder of that rung; in the audio's, without video.
/// Returns their names relative to the package. Each appears whole or not at all. Errors: those of the disk; Cancelled.
[[nodiscard]] base::Result<std::vector<std::string>> make_film_files(ports::FileSystem& file_system,
                                                                     const jobs::TranscodeSpec& spec, const Plan& plan,
                                                                     const FinishedRenditions& finished,
                                                                     const std::vector<TextTrack>& text,
                                                                     const base::CancelToken& cancel);

} // namespace framehand::media
