// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/package_manifest.h"

#include <string>
#include <vector>

namespace framehand::storage {

/// The pieces in which a package is swapped in, each by one rename. Paths are relative to the package's root.
struct CommitPlan {
    std::vector<std::string> version_dirs;  ///< whole folders, sorted
    std::vector<jobs::PackageFile> aliases; ///< stable playlists and the DASH manifest, one by one
    jobs::PackageFile multivariant;         ///< last of all
    /// Folders that hold the pieces, relative to the root, sorted, "" (the root) first. Each must be a true folder.
    std::vector<std::string> parents;
};

/// Checks a manifest and divides it. CorruptData if a file is neither in a version folder of this package, nor an alias
/// playlist of one of its folders, nor the multivariant playlist, or if that one is missing: a transcoder that reads
/// hostile videos must not be able to name any other file of the destination.
[[nodiscard]] base::Result<CommitPlan> make_commit_plan(const jobs::PackageManifest& manifest);

/// "" for a name without '/', else all before the last one.
[[nodiscard]] std::string parent_of(const std::string& path);

} // namespace framehand::storage
