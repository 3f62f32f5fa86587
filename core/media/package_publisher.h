// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/package_layout.h"
#include "core/media/plan.h"
#include "core/media/rendition_record.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media {

/// A finished rendition and the folder of the layout that it belongs to.
struct PublishedRendition {
    std::string dir; ///< "1080p"; "" is the package's root
    const RenditionRecord* record = nullptr;
};

/// Writes the playlists of a package whose segments are complete: media playlists first, the multivariant one last.
/// Returns every file of the package, relative to `package_dir`. `rungs` are in the order of plan.video->rungs.
[[nodiscard]] base::Result<std::vector<std::string>>
publish_playlists(ports::FileSystem& file_system, const std::filesystem::path& package_dir,
                  const jobs::PackageLayout& layout, const Plan& plan, const std::vector<PublishedRendition>& rungs,
                  const std::optional<PublishedRendition>& audio);

} // namespace framehand::media
