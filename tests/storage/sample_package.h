// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/package_manifest.h"
#include "tests/support/fault_file_system.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace framehand::test {

/// A package of small text files with true playlists, laid out as jobs::PackageLayout says.
struct SamplePackage {
    jobs::PackageManifest manifest;
    std::map<std::string, std::string> files; ///< by path relative to the package's root

    /// Puts the files below `folder` as if they had always been there.
    void put(FaultFileSystem& file_system, const std::filesystem::path& folder) const;
};

[[nodiscard]] SamplePackage make_sample_package(const std::string& package_id, const std::string& destination,
                                                const std::vector<std::string>& rung_dirs,
                                                const std::string& dash = {});

/// What a reader of the destination gets: opens the multivariant playlist and every alias playlist, and follows all
/// that they name down to the last segment. Returns "" if each of them leads to one of `packages`, whole and unmixed,
/// else what is wrong. A missing playlist leads nowhere and is fine. `foreign_index` may stand in the multivariant's
/// place.
[[nodiscard]] std::string read_as_player(const FaultFileSystem& file_system, const std::filesystem::path& folder,
                                         const std::vector<SamplePackage>& packages,
                                         const std::string& foreign_index = {});

} // namespace framehand::test
