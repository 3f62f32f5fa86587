// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/rational.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace framehand::media {

/// What audio must know of video: where it starts, where its segments begin and where it ends. Written by the thread
/// that converts pictures, read by the audio thread. All methods are callable from any thread.
class PresentationTimeline {
public:
    /// A time of the source that is 0 in the package.
    struct Zero {
        std::int64_t pts = 0;
        Rational time_base;
    };

    /// Where a segment begins, in ticks of the timeline.
    struct Boundary {
        std::int64_t pts = 0;
        std::int64_t segment = 0;
    };

    /// Where the run begins: at 0, or at the first segment that it has to make.
    struct Start {
        Zero zero;
        Boundary first;
    };

    /// Whether the film ends there, or only the part of it that is asked for.
    enum class Ending { Film, Range };

    struct End {
        std::int64_t pts = 0;
        Ending ending = Ending::Film;
    };

    explicit PresentationTimeline(std::int64_t timescale) : m_timescale(timescale) {}

    void set_start(Start start);
    /// A new segment begins; the run's first one is not told.
    void add_boundary(Boundary boundary);
    void finish(End end);
    /// Frees all who wait, without an answer.
    void close();

    /// Waits. Empty after close(), or if video ended without a picture.
    [[nodiscard]] std::optional<Start> wait_start();
    /// Waits for finish(). Empty after close().
    [[nodiscard]] std::optional<End> wait_end();
    /// The end if it is known now.
    [[nodiscard]] std::optional<End> known_end() const;
    /// The boundaries from number `first` on that are known now.
    [[nodiscard]] std::vector<Boundary> boundaries_from(std::size_t first) const;

    /// Ticks a second of all pts here.
    [[nodiscard]] std::int64_t timescale() const { return m_timescale; }

private:
    const std::int64_t m_timescale;
    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    std::optional<Start> m_start;
    std::vector<Boundary> m_boundaries;
    std::optional<End> m_end;
    bool m_closed = false;
};

} // namespace framehand::media
