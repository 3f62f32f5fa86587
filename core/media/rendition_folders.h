// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/package_layout.h"
#include "core/media/plan.h"

#include <cstddef>
#include <string>
#include <vector>

namespace framehand::media {

/// A rendition that is made of segments: the name under which the journal knows it, and where it lies.
struct RenditionFolder {
    std::string name;
    std::string folder; ///< relative to the package's root
};

/// The journal's name of rung `output` ("video-0"), which other packages of the same job use too.
[[nodiscard]] std::string rung_rendition(std::size_t output);
/// The journal's name of audio rendition `index` of the plan: "audio", "audio-1", ...
[[nodiscard]] std::string audio_rendition(std::size_t index);

/// All renditions of a plan that the journal keeps: rungs in the plan's order, then audio. Text is none of them: it is
/// made in a moment once video is complete.
[[nodiscard]] std::vector<RenditionFolder> rendition_folders(const Plan& plan, const jobs::PackageLayout& layout);

} // namespace framehand::media
