// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/media/verify/measured_package.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// IFrames: each byte range of each I-frame playlist lies in its file, begins at a "moof" (fMP4) or is a
/// transport stream of its own with PAT and PMT, and holds one whole IDR picture; the ranges' times are those of the
/// pictures; and what EXT-X-I-FRAME-STREAM-INF declares is true. Adds the files that it meets to `package.referenced`.
void check_iframes(MeasuredPackage& package, const PackageFiles& files, const base::CancelToken& cancel,
                   VerifyReport& report);

} // namespace framehand::media::verify
