// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/media_source.h"
#include "core/media/plan.h"
#include "core/media/segment_journal.h"
#include "core/media/text_collector.h"
#include "core/ports/file_system.h"

#include <optional>
#include <string>
#include <vector>

namespace framehand::media {

/// The text renditions on the disk.
struct TextRenditions {
    std::vector<TextTrack> tracks;  ///< written, in the plan's order
    std::vector<std::string> notes; ///< what was left out and why, for people
};

/// Makes the text renditions of a package whose video is complete: its segments, read from the journal, say where text
/// is cut and ends. What an earlier run left of them is replaced. `collected` has the cues of the whole source;
/// without it they are read from there. Errors: those of the source and the disk; Cancelled.
[[nodiscard]] base::Result<TextRenditions>
make_text_renditions(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec, const MediaSource& source,
                     const Plan& plan, const SegmentJournal& journal, std::optional<TextCollector> collected,
                     const base::CancelToken& cancel);

} // namespace framehand::media
