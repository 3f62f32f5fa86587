// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/termination_signals.h"

#include <QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace framehand::platform {

namespace {

// A signal handler has no argument of its own, so these two cannot live in the object.
std::atomic<int> g_write_end{-1};
std::atomic<bool> g_asked{false};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void handle(int signal) {
    if (g_asked.exchange(true)) {
        ::_exit(128 + signal);
    }
    const int saved = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(g_write_end.load(), &byte, 1);
    errno = saved;
}

void set_action(void (*action)(int)) {
    struct sigaction what {};

    what.sa_handler = action;
    what.sa_flags = SA_RESTART;
    ::sigemptyset(&what.sa_mask);
    ::sigaction(SIGTERM, &what, nullptr);
    ::sigaction(SIGINT, &what, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(std::function<void()> on_first) : m_on_first(std::move(on_first)) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the default action, the immediate end, stays
    }
    m_read_end = ends[0];
    g_write_end = ends[1];
    g_asked = false;
    m_notifier = std::make_unique<QSocketNotifier>(m_read_end, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
        m_notifier->setEnabled(false);
        m_on_first();
    });
    set_action(handle);
}

TerminationSignals::~TerminationSignals() {
    if (m_read_end < 0) {
        return;
    }
    set_action(SIG_DFL);
    m_notifier.reset();
    ::close(m_read_end);
    ::close(g_write_end.exchange(-1));
}

} // namespace framehand::platform
