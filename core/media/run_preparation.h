// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/media_source.h"
#include "core/media/picture_source.h"
#include "core/media/plan.h"
#include "core/media/segment_journal.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <memory>

namespace framehand::media {

/// What is left to do in a package folder.
struct PreparedRun {
    enum class State { ToDo, Complete };

    State state = State::ToDo;
    std::unique_ptr<SegmentJournal> journal;
    RunWindow window;
};

/// How a run that does not begin at the film's start gets there.
enum class Entry : int {
    Seek,    ///< from a key frame before it, where the container can
    Read,    ///< by decoding everything before it: slower, always right
    Restart, ///< not at all: what is finished is thrown away
};

/// What segments of this job are made from.
[[nodiscard]] base::Result<SegmentIdentity> segment_identity(const MediaSource& source, const Plan& plan);

/// Whether `folder` holds segments of exactly this source and plan, made by these libraries.
[[nodiscard]] bool holds_segments(ports::FileSystem& file_system, const std::filesystem::path& folder,
                                  const MediaSource& source, const Plan& plan);

/// Looks at what an earlier run left. Segments count if source, plan and libraries are the same and their bytes are
/// still what the journal says; anything else is removed. Where nothing fits, the folder is emptied and the run begins
/// anew; but a range of a film never takes the place of what else is in the folder.
/// Errors: InvalidArgument (segments of a source without video or of a transport stream are asked for, or into a folder
/// with segments of another job); those of the disk and the source.
[[nodiscard]] base::Result<PreparedRun> prepare_run(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                                    const MediaSource& source, const Plan& plan, Entry entry,
                                                    const base::CancelToken& cancel);

} // namespace framehand::media
