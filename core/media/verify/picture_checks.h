// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// Pictures: progressive (Apple 1.14), 4:2:0 of 8 bits (10 in H.265 and AV1), limited range, square samples, colour
/// said, not more than 60 a second (1.19), and not more or larger ones than the declared H.264 level allows (H.264
/// table A-1). VideoRange: VIDEO-RANGE is what the transfer characteristics say (9.16); it may be missing where all is
/// SDR.
void check_pictures(const MeasuredPackage& package, VerifyReport& report);

/// Variants: all of one aspect ratio (Apple 1.33), the first one near 2000 kbit/s (1.32).
void check_variants(const MeasuredPackage& package, VerifyReport& report);

/// "SDR", "PQ", "HLG"
[[nodiscard]] const char* to_string(VideoRange range);

} // namespace framehand::media::verify
