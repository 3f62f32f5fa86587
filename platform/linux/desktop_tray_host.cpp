// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/desktop_tray_host.h"

#include <utility>

namespace framehand::platform {

namespace {

DbusProperty::Place watcher() {
    const auto name = QStringLiteral("org.kde.StatusNotifierWatcher");
    return {
        name,       QStringLiteral("/StatusNotifierWatcher"),
        name,       QStringLiteral("IsStatusNotifierHostRegistered"),
        "the tray", {QStringLiteral("StatusNotifierHostRegistered"), QStringLiteral("StatusNotifierHostUnregistered")}};
}

} // namespace

DesktopTrayHost::DesktopTrayHost(QDBusConnection session_bus, const std::string& display, ports::Timers& timers)
    : m_timers(timers), m_notifiers(std::move(session_bus), watcher(), [this] {
          if (m_timer != nullptr) {
              look();
          }
      }) {
    if (!display.empty()) {
        m_display.emplace(display);
    }
    m_timer = m_timers.after(base::Duration{0}, [this] { look(); });
}

bool DesktopTrayHost::present() {
    return m_notifiers.truth().value == true || (m_display && m_display->has_tray());
}

void DesktopTrayHost::look() {
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
