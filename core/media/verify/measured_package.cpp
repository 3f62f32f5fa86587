// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/measured_package.h"

#include "core/media/verify/package_files.h"

#include <algorithm>

namespace framehand::media::verify {

std::vector<const MeasuredRendition*> MeasuredPackage::of_kind(TrackKind kind) const {
    std::vector<const MeasuredRendition*> found;
    for (const std::vector<std::string>* files : {&variant_files, &rendition_files}) {
        for (const std::string& file : *files) {
            const MeasuredRendition* rendition = find(file);
            if (rendition != nullptr && rendition->track.kind == kind &&
                std::find(found.begin(), found.end(), rendition) == found.end()) {
                found.push_back(rendition);
            }
        }
    }
    return found;
}

const MeasuredRendition* MeasuredPackage::reference() const {
    for (const TrackKind kind : {TrackKind::Video, TrackKind::Audio}) {
        if (const auto found = of_kind(kind); !found.empty()) {
            return found.front();
        }
    }
    return nullptr;
}

const MeasuredRendition* MeasuredPackage::video_beside(const std::string& iframe_playlist) const {
    // Where a package has all its files beside each other, their names tell what belongs together.
    const auto alike = [&](const MeasuredRendition& video) {
        return std::ranges::mismatch(video.playlist, iframe_playlist).in1 - video.playlist.begin();
    };
    const MeasuredRendition* beside = nullptr;
    for (const MeasuredRendition* video : of_kind(TrackKind::Video)) {
        const bool same_folder = folder_of(video->playlist) == folder_of(iframe_playlist);
        if (same_folder && (beside == nullptr || alike(*video) > alike(*beside))) {
            beside = video;
        }
    }
    return beside;
}

} // namespace framehand::media::verify
