// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// Keyframes: an IDR picture at least every two seconds (Apple 1.13): no picture is shown later than that, and one
/// frame more, after the IDR picture that decoding it begins with. Alignment: all video renditions show their pictures,
/// and have their IDR pictures, at the same times.
///
/// A rendition that is copied has its IDR pictures where the source has them: one at each segment's start, which
/// reading it has made sure of, and as many more as there are.
void check_gops(const MeasuredPackage& package, VerifyReport& report);

} // namespace framehand::media::verify
