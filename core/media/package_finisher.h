// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/media_source.h"
#include "core/media/plan.h"
#include "core/media/segment_journal.h"
#include "core/media/text_collector.h"
#include "core/media/transcoder.h"
#include "core/ports/file_system.h"

#include <optional>

namespace framehand::media {

/// Makes a package of segments that are complete: writes its text and its playlists, and says what it holds. `plan` is
/// the one that was carried out. A range of a film gets neither; InvalidArgument if the film ends before it. `text` has
/// the subtitles of the whole source; without it they are read from there. The output's notes are those on text.
[[nodiscard]] base::Result<TranscodeOutput> finish_package(ports::FileSystem& file_system,
                                                           const jobs::TranscodeSpec& spec, const MediaSource& source,
                                                           const Plan& plan, const SegmentJournal& journal,
                                                           std::optional<TextCollector> text = std::nullopt,
                                                           const base::CancelToken& cancel = {});

} // namespace framehand::media
