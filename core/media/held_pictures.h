// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/gop_statistics.h"
#include "core/media/picture.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace framehand::media {

/// Where the pictures of the smaller rungs wait until the largest rung has encoded their GOP. Then they leave, the
/// first of the GOP with its statistics.
///
/// Bounded by bytes, but never while it waits for the largest rung: that one gets its pictures from the stage which
/// fills this, and would wait for ever.
/// One thread each pushes, brings statistics, and pops; close() is for any.
class HeldPictures {
public:
    /// `has_statistics` says for a segment whether the largest rung makes it in this run.
    HeldPictures(std::size_t max_bytes, std::function<bool(std::int64_t segment)> has_statistics)
        : m_max_bytes(max_bytes), m_has_statistics(std::move(has_statistics)) {}

    /// Waits for room. False after close().
    [[nodiscard]] bool push(Picture picture, std::size_t bytes);
    /// No picture follows.
    void finish();
    /// For the next GOP in order, of those that have some; null where they could not be had.
    void bring(std::shared_ptr<const GopStatistics> statistics);
    /// No statistics follow: GOPs that still wait leave without.
    void finish_statistics();
    /// The next picture in order. Empty after finish() once all have left, and at once after close().
    [[nodiscard]] std::optional<Picture> pop();
    void close();

private:
    [[nodiscard]] bool awaits_statistics() const;

    const std::size_t m_max_bytes;
    const std::function<bool(std::int64_t)> m_has_statistics;

    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    std::deque<std::pair<Picture, std::size_t>> m_pictures;
    std::deque<std::shared_ptr<const GopStatistics>> m_statistics;
    std::size_t m_bytes = 0;
    bool m_finished = false;
    bool m_no_more_statistics = false;
    bool m_closed = false;
};

} // namespace framehand::media
