// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/x11_presence.h"

#include "platform/linux/x11_display.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace framehand::platform {

namespace {

using Idle = ports::Reading<base::Duration>;

constexpr base::Duration kConnectAgain{10'000};
// Edges are looked for more often than the owner asks, so that both together stay within its interval.
constexpr int kLooksPerInterval = 2;

} // namespace

/// Outlives the owner where a server hangs, and so has a clock of its own.
struct X11Presence::Shared {
    const base::SystemClock clock;
    std::mutex mutex; ///< guards all below
    std::condition_variable wake;
    bool stop = false;
    bool ended = true; ///< the thread, or it has not begun
    base::Duration interval{2'000};
    Report report;
    ports::Reading<bool> full_screen;
    std::function<void()> tell; ///< empty once the owner has gone
};

X11Presence::X11Presence(std::string display) : m_display(std::move(display)), m_shared(std::make_shared<Shared>()) {
    const std::string why = m_display.empty() ? "there is no X server" : "the X server was not asked yet";
    m_shared->report = {m_shared->clock.steady(), Idle::unknown(why)};
    m_shared->full_screen = ports::Reading<bool>::unknown(why);
}

void X11Presence::start() {
    m_started = true;
    m_shared->ended = false;
    m_shared->tell = [this] {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                if (on_change) {
                    on_change();
                }
            },
            Qt::QueuedConnection);
    };
    std::thread([shared = m_shared, display = m_display] { watch(shared, display); }).detach();
}

X11Presence::~X11Presence() {
    std::unique_lock lock(m_shared->mutex);
    m_shared->stop = true;
    m_shared->tell = {};
    m_shared->wake.notify_all();
    // A server that hangs keeps the thread, which then ends with the program.
    m_shared->wake.wait_for(lock, std::chrono::seconds(1), [this] { return m_shared->ended; });
}

ports::InputIdle::Report X11Presence::report() const {
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->report;
}

ports::Reading<bool> X11Presence::full_screen() const {
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->full_screen;
}

void X11Presence::look_every(base::Duration interval) {
    const std::scoped_lock lock(m_shared->mutex);
    if (std::exchange(m_shared->interval, interval) > interval) {
        m_shared->wake.notify_all();
    }
    if (!m_started && !m_display.empty()) {
        start();
    }
}

void X11Presence::watch(const std::shared_ptr<Shared>& shared, const std::string& display) {
    std::optional<X11Display> server;
    std::unique_lock lock(shared->mutex);
    while (!shared->stop) {
        lock.unlock();
        if (!server) {
            server.emplace(display);
        }
        auto idle = server->idle();
        auto full_screen = server->full_screen();
        const auto now = shared->clock.steady();
        const bool away = !server->problem().empty();
        if (away) {
            server.reset();
        }
        lock.lock();

        const auto& before = shared->report;
        const bool touched = before.idle.value && idle.value &&
                             *before.idle.value + (now - before.at) > *idle.value + base::Duration{50};
        const bool edge = touched || before.idle.value.has_value() != idle.value.has_value() ||
                          shared->full_screen.value != full_screen.value;
        shared->report = {now, std::move(idle)};
        shared->full_screen = std::move(full_screen);
        if (edge && shared->tell) {
            shared->tell();
        }
        const auto pause = away ? kConnectAgain : shared->interval / kLooksPerInterval;
        const auto interval = shared->interval;
        shared->wake.wait_for(lock, pause, [&] { return shared->stop || shared->interval < interval; });
    }
    shared->ended = true;
    shared->wake.notify_all();
}

} // namespace framehand::platform
