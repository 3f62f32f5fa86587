// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// Codecs, Resolution, FrameRate, Bandwidth and AverageBandwidth: what the multivariant playlist declares of each
/// variant against what was measured of its renditions.
void check_declarations(const MeasuredPackage& package, VerifyReport& report);

} // namespace framehand::media::verify
