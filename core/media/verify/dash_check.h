// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// Dash: where a "manifest.mpd" lies beside the multivariant playlist, it must name the very segments that the
/// playlists name, all renditions of video and audio, with the durations, codecs, sizes and bandwidths that were
/// measured.
void check_dash(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report);

} // namespace framehand::media::verify
