// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/transcode_protocol.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace framehand::media {

/// Turns what the stages say into progress for people. The slowest track decides; its way through what is made of the
/// film is 0..95 percent (verifying has the rest). Speeds are those of the last 5 s. All methods are callable from any
/// thread; the sink is called from them, one call at a time: at the first step of the slowest track, and then at most
/// twice a second.
class ProgressMeter {
public:
    using Sink = std::function<void(const jobs::TranscodeProgress&)>;

    /// What is made of the film.
    struct Span {
        double end_sec = 0; ///< 0 if unknown
        double begin_sec = 0;
    };

    /// One track per name that counts; `names` are told as they are.
    ProgressMeter(const base::Clock& clock, Sink sink, std::vector<std::string> names, std::size_t tracks, Span span);

    /// Track `track` has come to `media_sec` with `frames` frames.
    void at(std::size_t track, double media_sec, std::int64_t frames);
    /// On the disk of the rendition of this name.
    void add_bytes(const std::string& name, std::uint64_t bytes);
    /// All tracks are done: tells the last state.
    void finish();

private:
    struct Point {
        base::SteadyTime time;
        double media_sec = 0;
        std::int64_t frames = 0;
    };

    [[nodiscard]] Point slowest(base::SteadyTime now) const;
    void tell(const Point& point);

    const base::Clock& m_clock;
    const Sink m_sink;
    const Span m_span;

    std::mutex m_mutex; ///< guards all below
    std::vector<Point> m_tracks;
    std::deque<Point> m_window;
    jobs::TranscodeProgress m_progress;
    base::SteadyTime m_told;
};

} // namespace framehand::media
