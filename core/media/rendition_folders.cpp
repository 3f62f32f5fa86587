// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/rendition_folders.h"

namespace framehand::media {

std::string rung_rendition(std::size_t output) {
    return "video-" + std::to_string(output);
}

std::vector<RenditionFolder> rendition_folders(const Plan& plan, const jobs::PackageLayout& layout) {
    std::vector<RenditionFolder> folders;
    for (std::size_t i = 0; plan.video && i < plan.video->rungs.size(); ++i) {
        folders.push_back({rung_rendition(i), layout.version_dir(layout.rung_dirs[i])});
    }
    if (plan.audio) {
        folders.push_back({kAudioRendition, layout.version_dir(layout.audio_dir)});
    }
    return folders;
}

} // namespace framehand::media
