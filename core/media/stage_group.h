// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace framehand::media {

/// The threads of a pipeline as one thing that succeeds or fails: the first stage that fails stops all others.
/// Made, started and waited for on one thread.
class StageGroup {
public:
    /// Stops when `parent` fires. `unblock` is called once, from any thread, when the group stops before its end: it
    /// must free every stage that waits (close the queues).
    StageGroup(const base::CancelToken& parent, std::function<void()> unblock);
    /// Stops and joins what still runs.
    ~StageGroup();
    StageGroup(const StageGroup&) = delete;
    StageGroup& operator=(const StageGroup&) = delete;

    /// Runs `stage` on a thread of its own.
    void start(std::function<base::Status()> stage);
    /// Joins all. The first failure, or Cancelled if the parent fired.
    [[nodiscard]] base::Status wait();

    /// Fires when the group stops.
    [[nodiscard]] base::CancelToken token() const { return m_source.token(); }

private:
    void fail(base::Error error);

    base::CancelToken m_parent;
    base::CancelSource m_source;
    base::CancelToken::Registration m_unblock;
    std::mutex m_mutex; ///< guards m_error
    std::optional<base::Error> m_error;
    std::vector<std::thread> m_threads;
};

} // namespace framehand::media
