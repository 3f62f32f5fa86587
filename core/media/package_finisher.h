// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/plan.h"
#include "core/media/segment_journal.h"
#include "core/media/transcoder.h"
#include "core/ports/file_system.h"

namespace framehand::media {

/// Makes a package of segments that are complete: writes its playlists, and says what it holds. `plan` is the one that
/// was carried out. A range of a film gets no playlists.
[[nodiscard]] base::Result<TranscodeOutput> finish_package(ports::FileSystem& file_system,
                                                           const jobs::TranscodeSpec& spec, const Plan& plan,
                                                           const SegmentJournal& journal);

} // namespace framehand::media
