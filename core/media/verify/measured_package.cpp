// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/measured_package.h"

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

} // namespace framehand::media::verify
