// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_package.h"
#include "core/media/verify/package_files.h"
#include "core/media/verify/verify_report.h"

#include <optional>
#include <string>

namespace framehand::media::verify {

/// Where a playlist lies that belongs to one version of a package.
struct VersionPlace {
    std::string folder; ///< "audio/v-0123456789ab"
    std::string stable; ///< the same playlist without the version: "audio/2-de/playlist.m3u8"
};

/// Nothing for a playlist that lies in no version folder.
[[nodiscard]] std::optional<VersionPlace> version_place_of(const std::string& playlist);

/// Leftovers: every file in a version folder must be one that a playlist leads to, no other version folder may lie
/// beside it, and no half-written file of ours in the package's folders. What others keep there is left alone, and so
/// is a version folder that another multivariant playlist in the root names.
void check_leftovers(const MeasuredPackage& package, const PackageFiles& files, VerifyReport& report);

} // namespace framehand::media::verify
