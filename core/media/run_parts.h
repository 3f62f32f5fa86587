// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/transcode_protocol.h"
#include "core/media/presentation_timeline.h"
#include "core/media/preview_maker.h"
#include "core/media/progress_meter.h"
#include "core/media/segment_journal.h"
#include "core/ports/file_system.h"

namespace framehand::media {

/// What the halves of a run work with; all must outlive them.
struct RunParts {
    ports::FileSystem& file_system;
    const jobs::TranscodeSpec& spec;
    PresentationTimeline& timeline;
    ProgressMeter& progress;
    SegmentJournal& journal;
    PreviewMaker* preview = nullptr; ///< none where nobody wants to see the newest picture
};

} // namespace framehand::media
