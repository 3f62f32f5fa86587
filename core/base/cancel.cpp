// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace framehand::base {

struct CancelToken::State {
    std::atomic<bool> cancelled = false;

    std::mutex mutex; ///< guards all below
    std::condition_variable callback_ended;
    std::map<std::uint64_t, std::function<void()>> callbacks;
    std::uint64_t next_id = 1;
    std::uint64_t running_id = 0;
    std::thread::id running_thread;

    void cancel() {
        if (cancelled.exchange(true)) {
            return;
        }
        std::unique_lock lock(mutex);
        while (!callbacks.empty()) {
            auto node = callbacks.extract(callbacks.begin());
            running_id = node.key();
            running_thread = std::this_thread::get_id();
            lock.unlock();
            {
                // What it captured goes too before forget() returns, and without the lock: it may own registrations.
                const auto callback = std::move(node.mapped());
                callback();
            }
            lock.lock();
            running_id = 0;
            callback_ended.notify_all();
        }
    }

    void forget(std::uint64_t id) {
        // Outlives the lock: what a callback captured may own registrations.
        decltype(callbacks)::node_type dropped;
        std::unique_lock lock(mutex);
        dropped = callbacks.extract(id);
        // A callback may drop its own registration: waiting for itself would never end.
        if (running_id == id && running_thread != std::this_thread::get_id()) {
            callback_ended.wait(lock, [&] { return running_id != id; });
        }
    }
};

struct CancelToken::Registration::Impl {
    std::shared_ptr<State> state;
    std::uint64_t id;

    Impl(std::shared_ptr<State> s, std::uint64_t i) : state(std::move(s)), id(i) {}

    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    ~Impl() { state->forget(id); }
};

CancelToken::Registration::Registration() noexcept = default;
CancelToken::Registration::Registration(Registration&&) noexcept = default;
CancelToken::Registration& CancelToken::Registration::operator=(Registration&&) noexcept = default;
CancelToken::Registration::~Registration() = default;

CancelToken::CancelToken(std::shared_ptr<State> state) : m_state(std::move(state)) {
}

bool CancelToken::cancelled() const {
    return m_state && m_state->cancelled.load();
}

CancelToken::Registration CancelToken::on_cancel(std::function<void()> callback) const {
    Registration registration;
    if (!m_state) {
        return registration;
    }
    {
        const std::scoped_lock lock(m_state->mutex);
        if (!m_state->cancelled) {
            const auto id = m_state->next_id++;
            m_state->callbacks.emplace(id, std::move(callback));
            registration.m_impl = std::make_unique<Registration::Impl>(m_state, id);
            return registration;
        }
    }
    callback();
    return registration;
}

CancelSource::CancelSource() : m_state(std::make_shared<CancelToken::State>()) {
}

CancelSource::CancelSource(const CancelToken& parent) : CancelSource() {
    m_parent = parent.on_cancel([state = m_state] { state->cancel(); });
}

CancelToken CancelSource::token() const {
    return CancelToken(m_state);
}

void CancelSource::cancel() {
    // A callback may destroy this source.
    const auto state = m_state;
    state->cancel();
}

} // namespace framehand::base
