// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/gop_checks.h"

#include "core/media/verify/times.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace framehand::media::verify {

namespace {

constexpr double kLongestGop = 2;

void check_distance(const MeasuredRendition& video, VerifyReport& report) {
    const double allowed = kLongestGop + video.frame_duration() + kTimeRounding;
    for (const MeasuredSegment& segment : video.segments) {
        auto next_idr = segment.idrs.begin();
        std::int64_t idr = segment.start;
        for (const std::int64_t time : segment.times) {
            for (; next_idr != segment.idrs.end() && *next_idr <= time; ++next_idr) {
                idr = *next_idr;
            }
            if (video.seconds(time - idr) > allowed) {
                report.add(CheckId::Keyframes, segment.file,
                           "shows a picture " + seconds_text(video.seconds(time - idr)) +
                               " after the IDR picture before it");
                break;
            }
        }
    }
}

/// The first index at which the lists differ, if they do: their common length where one only goes on longer.
std::size_t first_difference(const std::vector<double>& one, const std::vector<double>& other) {
    const std::size_t common = std::min(one.size(), other.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (std::abs(one[i] - other[i]) > kTimeRounding) {
            return i;
        }
    }
    return common;
}

std::vector<double> seconds_of(const MeasuredRendition& video, const std::vector<std::int64_t>& times) {
    std::vector<double> seconds;
    seconds.reserve(times.size());
    for (const std::int64_t time : times) {
        seconds.push_back(video.seconds(time));
    }
    return seconds;
}

void compare(const MeasuredRendition& reference, const MeasuredRendition& video, VerifyReport& report) {
    const std::size_t count = std::min(reference.segments.size(), video.segments.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto compare_times = [&](const std::vector<std::int64_t>& expected,
                                       const std::vector<std::int64_t>& found, const char* what) {
            const std::vector<double> one = seconds_of(reference, expected);
            const std::vector<double> other = seconds_of(video, found);
            const std::size_t at = first_difference(one, other);
            if (one.size() == other.size() && at == one.size()) {
                return true;
            }
            report.add(CheckId::Alignment, video.segments[i].file,
                       "its " + std::string(what) + " are not at the times of those of " + reference.segments[i].file +
                           ", from number " + std::to_string(at) + " on");
            return false;
        };
        const MeasuredSegment& expected = reference.segments[i];
        const MeasuredSegment& found = video.segments[i];
        const bool like = reference.origin == video.origin;
        if (compare_times(expected.times, found.times, "pictures") && like) {
            compare_times(expected.idrs, found.idrs, "IDR pictures");
        }
    }
}

} // namespace

void check_gops(const MeasuredPackage& package, VerifyReport& report) {
    const std::vector<const MeasuredRendition*> videos = package.of_kind(TrackKind::Video);
    // Encoded ones are compared with an encoded one, where there is one.
    const auto encoded = std::find_if(videos.begin(), videos.end(), [](const MeasuredRendition* video) {
        return video->origin == PictureOrigin::Encoded;
    });
    const auto reference = encoded == videos.end() ? videos.begin() : encoded;
    for (const MeasuredRendition* video : videos) {
        if (video->origin == PictureOrigin::Encoded) {
            check_distance(*video, report);
        }
        if (video != *reference) {
            compare(**reference, *video, report);
        }
    }
}

} // namespace framehand::media::verify
