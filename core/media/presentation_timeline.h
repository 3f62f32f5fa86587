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
    struct Start {
        std::int64_t pts = 0;
        Rational time_base;
    };

    explicit PresentationTimeline(std::int64_t timescale) : m_timescale(timescale) {}

    void set_start(Start start);
    /// A new segment begins at `pts`; the first one, at 0, is not told.
    void add_boundary(std::int64_t pts);
    void finish(std::int64_t end);
    /// Frees all who wait, without an answer.
    void close();

    /// Waits. Empty after close(), or if video ended without a picture.
    [[nodiscard]] std::optional<Start> wait_start();
    /// Waits for finish(). Empty after close().
    [[nodiscard]] std::optional<std::int64_t> wait_end();
    /// The boundaries from number `first` on that are known now.
    [[nodiscard]] std::vector<std::int64_t> boundaries_from(std::size_t first) const;

    /// Ticks a second of all pts here.
    [[nodiscard]] std::int64_t timescale() const { return m_timescale; }

private:
    const std::int64_t m_timescale;
    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    std::optional<Start> m_start;
    std::vector<std::int64_t> m_boundaries;
    std::optional<std::int64_t> m_end;
    bool m_closed = false;
};

} // namespace framehand::media
