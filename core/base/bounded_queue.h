// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace framehand::base {

/// A blocking queue between two threads, bounded by the bytes that its items hold, not by their number. At least
/// `min_items` always fit, so that a frame larger than the whole budget still passes.
/// Any thread may push, pop or close.
template <typename T>
class BoundedQueue {
public:
    BoundedQueue(std::size_t max_bytes, std::size_t min_items) : m_max_bytes(max_bytes), m_min_items(min_items) {}

    /// Waits for room. False if the queue was closed or finished: the item is dropped and the producer should stop.
    [[nodiscard]] bool push(T item, std::size_t bytes) {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [&] { return m_closed || m_finished || has_room(bytes); });
        if (m_closed || m_finished) {
            return false;
        }
        m_items.emplace_back(std::move(item), bytes);
        m_bytes += bytes;
        m_filled.notify_one();
        return true;
    }

    /// As push(), but does not wait: where there is no room, `item` stays the caller's and false is returned.
    [[nodiscard]] bool try_push(T& item, std::size_t bytes) {
        const std::scoped_lock lock(m_mutex);
        if (m_closed || m_finished || !has_room(bytes)) {
            return false;
        }
        m_items.emplace_back(std::move(item), bytes);
        m_bytes += bytes;
        m_filled.notify_one();
        return true;
    }

    /// Waits for an item. Empty after finish() once all items are taken, and at once after close().
    [[nodiscard]] std::optional<T> pop() {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [&] { return m_closed || m_finished || !m_items.empty(); });
        if (m_closed || m_items.empty()) {
            return std::nullopt;
        }
        auto [item, bytes] = std::move(m_items.front());
        m_items.pop_front();
        m_bytes -= bytes;
        // All: the one that wakes may wait for more room than there is, another for less.
        m_room.notify_all();
        return std::move(item);
    }

    /// The producer's end of data: consumers still get what is queued.
    void finish() {
        const std::scoped_lock lock(m_mutex);
        m_finished = true;
        m_filled.notify_all();
        m_room.notify_all();
    }

    /// Stops both sides now; what is queued is dropped.
    void close() {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_items.clear();
        m_bytes = 0;
        m_filled.notify_all();
        m_room.notify_all();
    }

private:
    [[nodiscard]] bool has_room(std::size_t bytes) const {
        return m_items.size() < m_min_items || m_bytes + bytes <= m_max_bytes;
    }

    const std::size_t m_max_bytes;
    const std::size_t m_min_items;

    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_room;
    std::condition_variable m_filled;
    std::deque<std::pair<T, std::size_t>> m_items;
    std::size_t m_bytes = 0;
    bool m_finished = false;
    bool m_closed = false;
};

} // namespace framehand::base
