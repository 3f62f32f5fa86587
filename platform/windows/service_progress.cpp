// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/service_progress.h"

#include <utility>

namespace framehand::platform {

namespace {

constexpr DWORD kAccepted = SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN | SERVICE_ACCEPT_PRESHUTDOWN |
                            SERVICE_ACCEPT_PAUSE_CONTINUE | SERVICE_ACCEPT_POWEREVENT | SERVICE_ACCEPT_SESSIONCHANGE;

bool is_pending(DWORD state) {
    return state != SERVICE_RUNNING && state != SERVICE_PAUSED && state != SERVICE_STOPPED;
}

} // namespace

ServiceProgress::ServiceProgress(Report report, base::Duration tick) : m_report(std::move(report)), m_tick(tick) {
    {
        const std::scoped_lock lock(m_mutex);
        m_status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
        enter(SERVICE_START_PENDING);
    }
    m_thread = std::thread([this] { count_up(); });
}

ServiceProgress::~ServiceProgress() {
    {
        const std::scoped_lock lock(m_mutex);
        m_over = true;
    }
    m_change.notify_all();
    m_thread.join();
}

/// With m_mutex.
bool ServiceProgress::pending() const {
    return is_pending(m_status.dwCurrentState);
}

/// With m_mutex.
void ServiceProgress::enter(DWORD state) {
    m_status.dwCurrentState = state;
    m_ticks = 0;
    m_status.dwCheckPoint = pending() ? 1 : 0;
    m_status.dwWaitHint = pending() ? static_cast<DWORD>(kWaitHint.count()) : 0;
    const bool takes_wishes =
        state != SERVICE_START_PENDING && state != SERVICE_STOP_PENDING && state != SERVICE_STOPPED;
    m_status.dwControlsAccepted = takes_wishes ? kAccepted : 0;
    m_report(m_status);
    m_change.notify_all();
}

void ServiceProgress::running() {
    const std::scoped_lock lock(m_mutex);
    if (m_status.dwCurrentState == SERVICE_START_PENDING) {
        enter(SERVICE_RUNNING);
    }
}

void ServiceProgress::pausing() {
    const std::scoped_lock lock(m_mutex);
    if (m_status.dwCurrentState == SERVICE_RUNNING) {
        enter(SERVICE_PAUSE_PENDING);
    }
}

void ServiceProgress::paused() {
    const std::scoped_lock lock(m_mutex);
    if (m_status.dwCurrentState == SERVICE_PAUSE_PENDING) {
        enter(SERVICE_PAUSED);
    }
}

void ServiceProgress::continuing() {
    const std::scoped_lock lock(m_mutex);
    if (m_status.dwCurrentState == SERVICE_PAUSED || m_status.dwCurrentState == SERVICE_PAUSE_PENDING) {
        enter(SERVICE_CONTINUE_PENDING);
    }
}

void ServiceProgress::continued() {
    const std::scoped_lock lock(m_mutex);
    if (m_status.dwCurrentState == SERVICE_CONTINUE_PENDING) {
        enter(SERVICE_RUNNING);
    }
}

void ServiceProgress::stopping() {
    const std::scoped_lock lock(m_mutex);
    if (m_status.dwCurrentState != SERVICE_STOPPED && m_status.dwCurrentState != SERVICE_STOP_PENDING) {
        enter(SERVICE_STOP_PENDING);
    }
}

void ServiceProgress::stopped(int exit_code) {
    const std::scoped_lock lock(m_mutex);
    if (m_status.dwCurrentState == SERVICE_STOPPED) {
        return;
    }
    m_status.dwWin32ExitCode = exit_code == 0 ? NO_ERROR : ERROR_SERVICE_SPECIFIC_ERROR;
    m_status.dwServiceSpecificExitCode = static_cast<DWORD>(exit_code);
    enter(SERVICE_STOPPED);
}

DWORD ServiceProgress::state() const {
    const std::scoped_lock lock(m_mutex);
    return m_status.dwCurrentState;
}

void ServiceProgress::count_up() {
    std::unique_lock lock(m_mutex);
    while (!m_over) {
        const auto state = m_status.dwCurrentState;
        const auto has_changed = [this, state] { return m_over || m_status.dwCurrentState != state; };
        if (!pending() || m_ticks * m_tick >= kMostPending) {
            m_change.wait(lock, has_changed);
        } else if (!m_change.wait_for(lock, m_tick, has_changed)) {
            ++m_ticks;
            ++m_status.dwCheckPoint;
            m_report(m_status);
        }
    }
}

} // namespace framehand::platform
