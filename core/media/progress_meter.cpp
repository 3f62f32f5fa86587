// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/progress_meter.h"

#include <algorithm>
#include <utility>

namespace framehand::media {

namespace {

constexpr base::Duration kWindow = std::chrono::seconds(5);
constexpr base::Duration kBetweenReports = std::chrono::milliseconds(500);
constexpr double kTranscodePercent = 95;

double seconds(base::Duration duration) {
    return std::chrono::duration<double>(duration).count();
}

} // namespace

ProgressMeter::ProgressMeter(const base::Clock& clock, Sink sink, std::vector<std::string> names, std::size_t tracks,
                             Span span)
    : m_clock(clock), m_sink(std::move(sink)), m_span(span), m_tracks(tracks, Point{{}, span.begin_sec, 0}),
      m_told(clock.steady() - kBetweenReports) {
    m_progress.rungs = std::move(names);
    m_window.push_back({clock.steady(), span.begin_sec, 0});
}

void ProgressMeter::at(std::size_t track, double media_sec, std::int64_t frames) {
    const std::scoped_lock lock(m_mutex);
    m_tracks[track].media_sec = std::max(m_tracks[track].media_sec, media_sec);
    m_tracks[track].frames = std::max(m_tracks[track].frames, frames);
    const Point point = slowest(m_clock.steady());
    // The first step is told at once: a job that is paused just then would show none for as long as it is.
    const bool first_step = m_window.back().media_sec <= m_span.begin_sec && point.media_sec > m_span.begin_sec;
    if (first_step || point.time - m_told >= kBetweenReports) {
        tell(point);
    }
}

void ProgressMeter::add_bytes(const std::string& name, std::uint64_t bytes) {
    const std::scoped_lock lock(m_mutex);
    m_progress.rung_bytes[name] += bytes;
    m_progress.bytes_written += bytes;
}

void ProgressMeter::finish() {
    const std::scoped_lock lock(m_mutex);
    Point point = slowest(m_clock.steady());
    m_progress.percent = kTranscodePercent;
    tell(point);
}

ProgressMeter::Point ProgressMeter::slowest(base::SteadyTime now) const {
    Point point = m_tracks.empty() ? Point{} : *std::ranges::min_element(m_tracks, {}, &Point::media_sec);
    point.time = now;
    return point;
}

void ProgressMeter::tell(const Point& point) {
    m_window.push_back(point);
    while (m_window.size() > 2 && point.time - m_window[1].time >= kWindow) {
        m_window.pop_front();
    }
    const Point& before = m_window.front();
    const double elapsed = seconds(point.time - before.time);
    if (elapsed > 0) {
        m_progress.fps = static_cast<double>(point.frames - before.frames) / elapsed;
        m_progress.speed = (point.media_sec - before.media_sec) / elapsed;
    }
    m_progress.frames = point.frames;
    if (m_span.end_sec > m_span.begin_sec) {
        const double share = std::min(1.0, (point.media_sec - m_span.begin_sec) / (m_span.end_sec - m_span.begin_sec));
        m_progress.percent = std::max(m_progress.percent, kTranscodePercent * share);
        const double left = std::max(0.0, m_span.end_sec - point.media_sec);
        m_progress.eta_sec = m_progress.speed > 0 ? left / m_progress.speed : -1;
    }
    m_told = point.time;
    if (m_sink) {
        m_sink(m_progress);
    }
}

} // namespace framehand::media
