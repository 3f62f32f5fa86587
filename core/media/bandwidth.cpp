// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/bandwidth.h"

#include <algorithm>
#include <cmath>

namespace framehand::media {

namespace {

double seconds(const RenditionRecord& rendition, std::int64_t ticks) {
    return to_seconds(ticks, rendition.timescale);
}

double bit_rate(std::uint64_t bytes, double duration) {
    return duration > 0 ? 8.0 * static_cast<double>(bytes) / duration : 0;
}

} // namespace

std::int64_t target_duration(const RenditionRecord& rendition) {
    std::int64_t longest = 1;
    for (const SegmentRecord& segment : rendition.segments) {
        longest = std::max<std::int64_t>(longest, std::llround(seconds(rendition, segment.end - segment.start)));
    }
    return longest;
}

std::int64_t peak_bandwidth(const RenditionRecord& rendition, std::int64_t target_duration_sec) {
    const double shortest = 0.5 * static_cast<double>(target_duration_sec);
    const double longest = 1.5 * static_cast<double>(target_duration_sec);
    const auto& segments = rendition.segments;
    double peak = 0;
    for (std::size_t first = 0; first < segments.size(); ++first) {
        std::uint64_t bytes = 0;
        for (std::size_t last = first; last < segments.size(); ++last) {
            bytes += segments[last].bytes;
            const double duration = seconds(rendition, segments[last].end - segments[first].start);
            if (duration > longest) {
                break;
            }
            if (duration >= shortest) {
                peak = std::max(peak, bit_rate(bytes, duration));
            }
        }
    }
    return peak > 0 ? static_cast<std::int64_t>(std::ceil(peak)) : average_bandwidth(rendition);
}

std::int64_t average_bandwidth(const RenditionRecord& rendition) {
    std::uint64_t bytes = 0;
    for (const SegmentRecord& segment : rendition.segments) {
        bytes += segment.bytes;
    }
    return static_cast<std::int64_t>(std::ceil(bit_rate(bytes, seconds(rendition, rendition.duration()))));
}

} // namespace framehand::media
