// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/media/verify/measured_package.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_options.h"
#include "core/media/verify/verify_report.h"

#include <functional>

namespace framehand::media::verify {

/// SingleFiles: "film.mp4" or "film.mkv" beside a rendition's segments must hold as many frames as these, from time 0
/// to the same end, and a track for every audio and text rendition; an MP4 its index before its media. The level Full
/// decodes all of it, and tells `progress` 0..1. What is checked counts as referenced, so this goes before the check
/// for leftovers.
void check_films(MeasuredPackage& package, const PackageFiles& files, const VerifyOptions& options,
                 const base::CancelToken& cancel, const std::function<void(double)>& progress, VerifyReport& report);

} // namespace framehand::media::verify
