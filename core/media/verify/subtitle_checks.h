// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// Subtitles: every segment maps local time 0 to the media's first presentation time (RFC 8216 3.5, Apple 5.3), its
/// cues are shown during it and during the content, a cue that lasts into a neighbour is in that one too, and the
/// playlist lasts as long as the content (Apple 5.5). Segments may be of another length than those of the media (5.7).
void check_subtitles(const MeasuredPackage& package, VerifyReport& report);

} // namespace framehand::media::verify
