// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"

namespace framehand::transcoder {

/// The spec of the package that the one file of a jobs::Work::File is made of: the same job with that file as its only
/// deliverable ("mp4" unless the job says "mkv"), in segments that can be joined.
///
/// The segments stay in package_dir, so that another run with the same spec goes on where this one ended; nobody but
/// the parent's discard removes them. They and the playlists are not in the manifest. Errors: InvalidArgument, naming
/// file.container, outputs or segments.
[[nodiscard]] base::Result<jobs::TranscodeSpec> package_of_file(const jobs::TranscodeSpec& spec);

/// "film.mp4" or "film.mkv": the file's name in the package's root, and in the manifest.
[[nodiscard]] std::string film_name(const jobs::Job& job);

} // namespace framehand::transcoder
