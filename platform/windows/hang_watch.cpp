// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/hang_watch.h"

#include "platform/windows/windows_api.h"

#include <utility>

namespace framehand::platform {

namespace {

/// The steady clock goes on while the machine sleeps; this one does not.
base::Duration time_awake() {
    ULONGLONG ticks = 0; // of 100 ns
    ::QueryUnbiasedInterruptTime(&ticks);
    return base::Duration{static_cast<base::Duration::rep>(ticks / 10'000)};
}

} // namespace

HangWatch::HangWatch(base::Duration patience, std::function<void()> on_hang)
    : HangWatch(patience, std::move(on_hang), time_awake, patience / 10) {
}

HangWatch::HangWatch(base::Duration patience, std::function<void()> on_hang, Now now, base::Duration look)
    : m_patience(patience), m_look(look), m_on_hang(std::move(on_hang)), m_now(std::move(now)),
      m_thread([this] { watch(); }) {
}

HangWatch::~HangWatch() {
    {
        const std::scoped_lock lock(m_mutex);
        m_state = State::Over;
    }
    m_change.notify_all();
    m_thread.join();
}

void HangWatch::alive() {
    const std::scoped_lock lock(m_mutex);
    if (m_state != State::Over) {
        m_last = m_now();
        m_state = State::Watching;
        m_change.notify_all();
    }
}

void HangWatch::rest() {
    const std::scoped_lock lock(m_mutex);
    if (m_state == State::Watching) {
        m_state = State::Resting;
    }
}

void HangWatch::watch() {
    std::unique_lock lock(m_mutex);
    while (m_state != State::Over) {
        if (m_state == State::Resting) {
            m_change.wait(lock);
            continue;
        }
        m_change.wait_for(lock, m_look);
        if (m_state == State::Watching && m_now() - m_last >= m_patience) {
            m_state = State::Over;
            lock.unlock();
            m_on_hang();
            return;
        }
    }
}

} // namespace framehand::platform
