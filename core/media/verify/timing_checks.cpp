// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/timing_checks.h"

#include "core/media/verify/times.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace framehand::media::verify {

namespace {

double boundary_seconds(const MeasuredRendition& rendition, std::size_t index) {
    return rendition.seconds(rendition.boundary(index));
}

void compare_cuts(const MeasuredRendition& reference, const MeasuredRendition& other, double inner_tolerance,
                  double end_tolerance, VerifyReport& report) {
    const std::size_t count = reference.segments.size();
    if (other.segments.size() != count) {
        report.add(CheckId::Alignment, other.playlist,
                   "has " + std::to_string(other.segments.size()) + " segments, " + reference.playlist + " has " +
                       std::to_string(count));
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const double difference = boundary_seconds(other, i) - boundary_seconds(reference, i);
        if (std::abs(difference) > (i == 0 ? end_tolerance : inner_tolerance)) {
            report.add(CheckId::Alignment, other.segments[i].file,
                       "begins " + seconds_text(difference) + " after " + reference.segments[i].file);
        }
    }
}

} // namespace

void check_segment_durations(const MeasuredPackage& package, VerifyReport& report) {
    for (const auto& [file, rendition] : package.measured) {
        // Exact to rounding, but for the ends: audio's first packet begins a little before the content and its last
        // one ends behind it, and only the writer knows how long the last frame is shown: where frames are reordered,
        // what its sample says is the distance of two others' decode times.
        const bool is_video = rendition.track.kind == TrackKind::Video;
        const double last_frame = is_video ? rendition.seconds(rendition.segments.back().last_duration) : 0;
        const double loose = std::max(unit_duration(rendition), last_frame) + kTimeRounding;
        const double at_start = rendition.track.kind == TrackKind::Audio ? loose : kTimeRounding;
        const std::size_t count = rendition.segments.size();
        double sum = 0;
        for (std::size_t i = 0; i < rendition.segments.size(); ++i) {
            const double declared = rendition.media.segments[i].duration;
            const double measured = boundary_seconds(rendition, i + 1) - boundary_seconds(rendition, i);
            sum += declared;
            const double sum_measured = boundary_seconds(rendition, i + 1) - boundary_seconds(rendition, 0);
            const bool is_last = i + 1 == count;
            const double allowed = is_last ? loose : i == 0 ? at_start : kTimeRounding;
            const double allowed_sum = is_last ? std::max(loose, 2 * at_start) : at_start;
            if (std::abs(declared - measured) > allowed) {
                report.add(CheckId::SegmentDurations, file,
                           "EXTINF of " + rendition.segments[i].file + " is " + seconds_text(declared) + ", it lasts " +
                               seconds_text(measured));
            } else if (std::abs(sum - sum_measured) > allowed_sum) {
                report.add(CheckId::SegmentDurations, file,
                           "the EXTINF up to " + rendition.segments[i].file + " add up to " + seconds_text(sum) +
                               ", its end is at " + seconds_text(sum_measured));
            }
        }
    }
}

void check_alignment(const MeasuredPackage& package, VerifyReport& report) {
    const std::vector<const MeasuredRendition*> videos = package.of_kind(TrackKind::Video);
    const std::vector<const MeasuredRendition*> audios = package.of_kind(TrackKind::Audio);
    for (std::size_t i = 1; i < videos.size(); ++i) {
        compare_cuts(*videos.front(), *videos[i], kTimeRounding, kTimeRounding, report);
    }
    for (const MeasuredRendition* audio : audios) {
        const MeasuredRendition& reference = videos.empty() ? *audios.front() : *videos.front();
        const double packet = packet_duration(*audio);
        compare_cuts(reference, *audio, packet / 2 + kTimeRounding, packet * 1.5 + kTimeRounding, report);
    }
}

void check_totals(const MeasuredPackage& package, const SourceExpectation& source, VerifyReport& report) {
    const std::vector<const MeasuredRendition*> videos = package.of_kind(TrackKind::Video);
    const std::vector<const MeasuredRendition*> audios = package.of_kind(TrackKind::Audio);
    const std::string& top = package.multivariant_file;
    if (source.audio == AudioPresence::Present && audios.empty()) {
        report.add(CheckId::TotalDuration, top, "the source has audio, the package has none");
    } else if (source.audio == AudioPresence::Absent && !audios.empty()) {
        report.add(CheckId::TotalDuration, top, "the source has no audio, the package has some");
    }
    if (source.min_frames.value_or(0) > 0 && videos.empty()) {
        report.add(CheckId::FrameCounts, top, "the source has video, the package has none");
    }

    for (const MeasuredRendition* video : videos) {
        const std::int64_t frames = video->frames();
        if (frames != videos.front()->frames()) {
            report.add(CheckId::FrameCounts, video->playlist,
                       "has " + std::to_string(frames) + " frames, " + videos.front()->playlist + " has " +
                           std::to_string(videos.front()->frames()));
        }
        if (frames < source.min_frames.value_or(frames) || frames > source.max_frames.value_or(frames)) {
            report.add(CheckId::FrameCounts, video->playlist,
                       "has " + std::to_string(frames) + " frames, the source gives " +
                           std::to_string(source.min_frames.value_or(0)) + " to " +
                           std::to_string(source.max_frames.value_or(0)));
        }
    }

    if (videos.empty() && audios.empty()) {
        return;
    }
    const MeasuredRendition& reference = videos.empty() ? *audios.front() : *videos.front();
    // How long the last frame is shown cannot be measured where frames are reordered, and encoders differ in that.
    const auto length = [](const MeasuredRendition& rendition) {
        return rendition.track.kind == TrackKind::Video ? rendition.media.duration() : rendition.duration();
    };
    const auto compare = [&](const MeasuredRendition& other, double tolerance) {
        if (std::abs(length(other) - length(reference)) > tolerance) {
            report.add(CheckId::TotalDuration, other.playlist,
                       "lasts " + seconds_text(length(other)) + ", " + reference.playlist + " lasts " +
                           seconds_text(length(reference)));
        }
    };
    for (const MeasuredRendition* video : videos) {
        compare(*video, kTimeRounding);
    }
    for (const MeasuredRendition* audio : audios) {
        compare(*audio, packet_duration(*audio) * 1.5 + kTimeRounding);
    }
    if (source.duration_sec && std::abs(length(reference) - *source.duration_sec) > source.duration_tolerance_sec) {
        report.add(CheckId::TotalDuration, reference.playlist,
                   "lasts " + seconds_text(length(reference)) + ", the source " + seconds_text(*source.duration_sec));
    }
}

} // namespace framehand::media::verify
