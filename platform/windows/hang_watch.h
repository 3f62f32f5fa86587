// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace framehand::platform {

/// Notices when nobody gives a sign of life any more: Windows' service manager does not. Time in which the machine
/// sleeps does not count.
class HangWatch {
public:
    /// Time that stands still while the machine sleeps; any start.
    using Now = std::function<base::Duration()>;

    /// `on_hang` is called once, on a thread of this, `patience` after the last alive(). It waits for the first one.
    HangWatch(base::Duration patience, std::function<void()> on_hang);
    HangWatch(base::Duration patience, std::function<void()> on_hang, Now now, base::Duration look);
    ~HangWatch();
    HangWatch(const HangWatch&) = delete;
    HangWatch& operator=(const HangWatch&) = delete;

    /// Any thread.
    void alive();
    /// From now on it may be as silent as it likes. Any thread.
    void rest();

private:
    enum class State { Resting, Watching, Over };

    void watch();

    const base::Duration m_patience;
    const base::Duration m_look;
    const std::function<void()> m_on_hang;
    const Now m_now;
    std::mutex m_mutex;
    State m_state = State::Resting; ///< guarded by m_mutex
    base::Duration m_last{};        ///< guarded by m_mutex
    std::condition_variable m_change;
    std::thread m_thread;
};

} // namespace framehand::platform
