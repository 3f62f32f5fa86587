// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/measured_rendition.h"

#include <algorithm>

namespace framehand::media::verify {

std::int64_t MeasuredRendition::frames() const {
    std::int64_t sum = 0;
    for (const MeasuredSegment& segment : segments) {
        sum += segment.frames;
    }
    return sum;
}

double MeasuredRendition::frame_duration() const {
    const std::int64_t count = frames();
    return count > 0 ? duration() / static_cast<double>(count) : 0;
}

double MeasuredRendition::average_bandwidth() const {
    double bits = 0;
    for (const MeasuredSegment& segment : segments) {
        bits += 8.0 * static_cast<double>(segment.bytes);
    }
    const double time = media.duration();
    return time > 0 ? bits / time : 0;
}

double MeasuredRendition::peak_bandwidth() const {
    const auto target = static_cast<double>(media.target_duration.value_or(0));
    double peak = 0;
    for (std::size_t first = 0; first < segments.size(); ++first) {
        double bits = 0;
        double time = 0;
        for (std::size_t i = first; i < segments.size() && time <= 1.5 * target; ++i) {
            bits += 8.0 * static_cast<double>(segments[i].bytes);
            time += media.segments[i].duration;
            if (time > 0 && time >= 0.5 * target && time <= 1.5 * target) {
                peak = std::max(peak, bits / time);
            }
            if (i - first > 1000) {
                break; // segments of no length: the playlist's own checks name them
            }
        }
    }
    return peak > 0 ? peak : average_bandwidth();
}

double MeasuredRendition::largest_segment_rate() const {
    double largest = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (media.segments[i].duration > 0) {
            largest = std::max(largest, 8.0 * static_cast<double>(segments[i].bytes) / media.segments[i].duration);
        }
    }
    return largest;
}

} // namespace framehand::media::verify
