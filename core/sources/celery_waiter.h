// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/redis/connection.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace framehand::sources {

/// Notices that a message has come into a queue, and takes nothing: the first list is watched by a BLMOVE onto itself,
/// which leaves every element in its place, the others are looked at once a second. Servers before Redis 6.2 are only
/// looked at. A connection of its own, as the server waits on it. Owner's thread.
class CeleryWaiter {
public:
    /// `lists` is not empty.
    CeleryWaiter(redis::Options options, redis::Services services, std::vector<std::string> lists);

    /// Waits for any message. Fine if it waits already.
    void wait();
    /// Waits this long, whatever is in the queue: for where what is there is not for us.
    void wait_for(base::Duration delay);
    void stop();

    /// There is a message, or the time is over; it has stopped waiting.
    std::function<void()> on_work;

private:
    void watch_first();
    void look_at_others();
    void again_after(base::Duration delay);
    void found();

    ports::Timers& m_timers;
    redis::Connection m_connection;
    std::vector<std::string> m_lists;
    bool m_waits = false;
    std::unique_ptr<ports::Timer> m_timer;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources
