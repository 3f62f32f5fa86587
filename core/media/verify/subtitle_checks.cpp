// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/subtitle_checks.h"

#include "core/media/verify/times.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace framehand::media::verify {

namespace {

constexpr double kTicks = 90'000;
/// Rounding of cue times to milliseconds and of EXTINF.
constexpr double kCueRounding = 0.002;

double start_of(const WebVttCue& cue) {
    return static_cast<double>(cue.start_ms) / 1000;
}

double end_of(const WebVttCue& cue) {
    return static_cast<double>(cue.end_ms) / 1000;
}

class SubtitleCheck {
public:
    SubtitleCheck(const MeasuredSubtitles& subtitles, const MeasuredRendition& reference, VerifyReport& report)
        : m_subtitles(subtitles), m_reference(reference), m_report(report) {}

    void run() {
        const double total = m_subtitles.media.duration();
        const double tolerance = kTimeRounding + unit_duration(m_reference);
        if (std::abs(total - m_reference.duration()) > tolerance) {
            m_report.add(CheckId::TotalDuration, m_subtitles.playlist,
                         "lasts " + seconds_text(total) + ", " + m_reference.playlist + " lasts " +
                             seconds_text(m_reference.duration()));
        }
        double start = 0;
        for (std::size_t i = 0; i < m_subtitles.segments.size(); ++i) {
            const double end = start + m_subtitles.media.segments[i].duration;
            check_map(m_subtitles.segments[i]);
            for (const WebVttCue& cue : m_subtitles.segments[i].text.cues) {
                check_cue(i, cue, start, end, total);
            }
            start = end;
        }
    }

private:
    void add(const SubtitleSegment& segment, const std::string& problem) {
        m_report.add(CheckId::Subtitles, segment.file, problem);
    }

    /// Where the media's clock stands when local time is 0.
    void check_map(const SubtitleSegment& segment) {
        const TimestampMap& map = segment.text.map;
        const double mapped = static_cast<double>(map.mpegts) / kTicks - static_cast<double>(map.local_ms) / 1000;
        const double media = m_reference.seconds(m_reference.boundary(0));
        const double tolerance =
            kCueRounding + (m_reference.track.kind == TrackKind::Audio ? 1.5 * unit_duration(m_reference) : 0);
        if (std::abs(mapped - media) > tolerance) {
            add(segment, "X-TIMESTAMP-MAP puts its begin at " + seconds_text(mapped) + " of the media's clock, " +
                             m_reference.playlist + " begins at " + seconds_text(media));
        }
    }

    void check_cue(std::size_t index, const WebVttCue& cue, double start, double end, double total) {
        const SubtitleSegment& segment = m_subtitles.segments[index];
        const std::string name = "the cue at " + seconds_text(start_of(cue));
        if (start_of(cue) >= end + kCueRounding || end_of(cue) <= start - kCueRounding) {
            add(segment, name + " is not shown during the segment, which lasts from " + seconds_text(start) + " to " +
                             seconds_text(end));
        }
        if (end_of(cue) > total + kContentTolerance) {
            add(segment, name + " ends at " + seconds_text(end_of(cue)) + ", after the content");
        }
        if (start_of(cue) < start - kCueRounding && index > 0 && !holds(index - 1, cue)) {
            add(segment, name + " is not in the segment before, during which it begins");
        }
        if (end_of(cue) > end + kCueRounding && index + 1 < m_subtitles.segments.size() && !holds(index + 1, cue)) {
            add(segment, name + " is not in the segment behind, into which it lasts");
        }
    }

    [[nodiscard]] bool holds(std::size_t index, const WebVttCue& cue) const {
        const std::vector<WebVttCue>& cues = m_subtitles.segments[index].text.cues;
        return std::any_of(cues.begin(), cues.end(), [&](const WebVttCue& other) {
            return other.start_ms == cue.start_ms && other.end_ms == cue.end_ms;
        });
    }

    static constexpr double kContentTolerance = 0.05;

    const MeasuredSubtitles& m_subtitles;
    const MeasuredRendition& m_reference;
    VerifyReport& m_report;
};

} // namespace

void check_subtitles(const MeasuredPackage& package, VerifyReport& report) {
    const MeasuredRendition* reference = package.reference();
    for (const auto& [file, subtitles] : package.subtitles) {
        if (reference != nullptr) {
            SubtitleCheck(subtitles, *reference, report).run();
        }
    }
}

} // namespace framehand::media::verify
