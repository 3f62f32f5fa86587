// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/package_layout.h"
#include "core/media/plan.h"
#include "core/media/rendition_record.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::media {

/// Where an audio or text rendition lies, relative to the package: its folder inside the version folder of its kind.
[[nodiscard]] std::string audio_folder(const jobs::PackageLayout& layout, const AudioPlan& plan);
[[nodiscard]] std::string text_folder(const jobs::PackageLayout& layout, const TextPlan& plan);

/// A text rendition that was made: some of the plan's turn out to be empty.
struct FinishedText {
    const TextPlan* plan = nullptr;
    const RenditionRecord* record = nullptr;
};

/// What is on the disk of all renditions of a package, whose segments are complete. Points to what others own.
struct FinishedRenditions {
    std::vector<const RenditionRecord*> rungs; ///< one for each of plan.video->rungs, in their order
    std::vector<const RenditionRecord*> audio; ///< one for each of plan.audio, in their order
    std::vector<FinishedText> text;
};

/// Writes the playlists of a package: media playlists first, then the DASH manifest if the layout has one, the
/// multivariant playlist last. Returns every file of the
/// package, relative to `package_dir`.
[[nodiscard]] base::Result<std::vector<std::string>>
publish_playlists(ports::FileSystem& file_system, const std::filesystem::path& package_dir,
                  const jobs::PackageLayout& layout, const Plan& plan, const FinishedRenditions& renditions);

} // namespace framehand::media
