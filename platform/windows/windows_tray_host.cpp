// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_tray_host.h"

#include "platform/windows/windows_api.h"

#include <utility>

namespace framehand::platform {

namespace {

bool has_taskbar() {
    return ::FindWindowW(L"Shell_TrayWnd", nullptr) != nullptr;
}

} // namespace

WindowsTrayHost::WindowsTrayHost(ports::Timers& timers) : WindowsTrayHost(timers, has_taskbar) {
}

WindowsTrayHost::WindowsTrayHost(ports::Timers& timers, Look is_present)
    : m_timers(timers), m_look(std::move(is_present)), m_timer(timers.after(base::Duration{0}, [this] { look(); })) {
}

void WindowsTrayHost::look() {
    if (!present()) {
        m_timer = m_timers.after(kLook, [this] { look(); });
        return;
    }
    m_timer.reset();
    if (on_first) {
        on_first();
    }
}

} // namespace framehand::platform
