// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/plan.h"
#include "core/media/transcoder.h"
#include "core/ports/file_system.h"

namespace framehand::media {

/// Joins `spec.parts`, package folders that hold ranges of one film's segments (TranscodeSpec::segments), to one
/// package in `spec.package_dir`, which must exist. The parts may come from several machines and overlap; they are only
/// read, and so is the source (`ranges` where there are some), for its subtitles. `plan` must be that of the whole job.
/// `progress` gets percent 0..95. Errors: InvalidArgument, naming the part: it belongs to another source or plan, was
/// made by other libraries, begins otherwise than the others, or segments are missing; CorruptData: a segment is not
/// what its journal says; Cancelled; those of the disk.
[[nodiscard]] base::Result<TranscodeOutput> assemble(ports::FileSystem& file_system, const jobs::TranscodeSpec& spec,
                                                     const Plan& plan, const Transcoder::ProgressSink& progress,
                                                     const base::CancelToken& cancel,
                                                     ports::RangeReader* ranges = nullptr);

} // namespace framehand::media
