// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/media/verify/measured_package.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_options.h"
#include "core/media/verify/verify_report.h"

#include <functional>

namespace framehand::media::verify {

/// Decode: every segment of every measured rendition decodes on its own without an error and gives as many frames as
/// its container says. Uses `options.threads` threads and holds one segment a thread in memory. `progress` is called
/// with 0..1 by any of them, one at a time.
void check_decode(const MeasuredPackage& package, const PackageFiles& files, const VerifyOptions& options,
                  const base::CancelToken& cancel, const std::function<void(double)>& progress, VerifyReport& report);

} // namespace framehand::media::verify
