// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/verify_options.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// SegmentDurations: each EXTINF, and each sum of them from the start, is what was measured; at the end, and at the
/// start of audio, within one frame or packet.
void check_segment_durations(const MeasuredPackage& package, VerifyReport& report);

/// Alignment: video renditions begin each segment at the same time; audio begins each within half a packet of the
/// video, at the start and the end within one and a half.
void check_alignment(const MeasuredPackage& package, VerifyReport& report);

/// TotalDuration and FrameCounts, among the renditions and against the source. Also says where a kind of media that
/// the source has is missing.
void check_totals(const MeasuredPackage& package, const SourceExpectation& source, VerifyReport& report);

} // namespace framehand::media::verify
