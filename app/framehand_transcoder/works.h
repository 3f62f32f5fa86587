// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/services.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/ports/range_reader.h"

namespace framehand::transcoder {

/// Does what the job asks for (jobs::Work), reports through the event writer and blocks until the end:
///
/// - Package: JobRunner.
/// - File: the same for a package of one rung with a single file, of which only that file is delivered; see file_job.h.
/// - Check, Replace: CheckRunner; the manifest has no files. Putting the file into its place is the parent's.
/// - Pipeline: PipelineJob.
///
/// A source that is read in `ranges` (null for a file) is made into packages and files; the other works need it as a
/// file: Unsupported. Errors: those of the runner; NoSpace "out of memory".
[[nodiscard]] base::Result<jobs::PackageManifest> do_work(const Services& services, const jobs::TranscodeSpec& spec,
                                                          ports::RangeReader* ranges);

} // namespace framehand::transcoder
