// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_report.h"

namespace framehand::media::verify {

/// Tags: what RFC 8216 and Apple's authoring rules ask of the playlists of a finished package.
void check_tags(const MeasuredPackage& package, VerifyReport& report);

/// StablePlaylists: beside each version folder, the rung's stable playlist must name the same segments.
void check_stable_playlists(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report);

/// Leftovers: every file in a version folder must be one that a playlist leads to.
void check_leftovers(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report);

} // namespace framehand::media::verify
