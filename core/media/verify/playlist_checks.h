// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// Tags: what RFC 8216 and Apple's authoring rules ask of the playlists of a finished package.
void check_tags(const MeasuredPackage& package, VerifyReport& report);

/// StablePlaylists: a stable playlist, where there is one, must name the same segments as that of its
/// version.
void check_stable_playlists(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report);

} // namespace framehand::media::verify
