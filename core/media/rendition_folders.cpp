// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/rendition_folders.h"

#include "core/media/package_publisher.h"

namespace framehand::media {

std::string rung_rendition(std::size_t output) {
    return "video-" + std::to_string(output);
}

std::string audio_rendition(std::size_t index) {
    return index == 0 ? "audio" : "audio-" + std::to_string(index);
}

std::vector<RenditionFolder> rendition_folders(const Plan& plan, const jobs::PackageLayout& layout) {
    std::vector<RenditionFolder> folders;
    for (std::size_t i = 0; plan.video && i < plan.video->rungs.size(); ++i) {
        folders.push_back({rung_rendition(i), layout.version_dir(layout.rung_dirs[i])});
    }
    for (std::size_t i = 0; i < plan.audio.size(); ++i) {
        folders.push_back({audio_rendition(i), audio_folder(layout, plan.audio[i])});
    }
    return folders;
}

} // namespace framehand::media
