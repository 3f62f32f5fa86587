// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/rendition_record.h"

namespace framehand::media {

std::int64_t RenditionRecord::duration() const {
    std::int64_t sum = 0;
    for (const SegmentRecord& segment : segments) {
        sum += segment.end - segment.start;
    }
    return sum;
}

std::int64_t RenditionRecord::packets() const {
    std::int64_t count = 0;
    for (const SegmentRecord& segment : segments) {
        count += segment.packets;
    }
    return count;
}

std::uint64_t RenditionRecord::bytes() const {
    std::uint64_t sum = init_bytes;
    for (const SegmentRecord& segment : segments) {
        sum += segment.bytes;
    }
    return sum;
}

} // namespace framehand::media
