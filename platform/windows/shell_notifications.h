// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/ports/notifications.h"

#include <memory>

namespace framehand::platform {

/// Notifications of the shell (Shell_NotifyIcon(), shown as a toast since Windows 10), by an icon of its own that is in
/// the tray only while one is shown: the app's icon belongs to Qt. During quiet hours and full-screen programs Windows
/// shows none. The thread that made it, which runs an event loop that dispatches Windows' messages, as Qt's does.
class ShellNotifications final : public ports::Notifications {
public:
    explicit ShellNotifications(base::Logger logger);
    ~ShellNotifications() override;
    ShellNotifications(const ShellNotifications&) = delete;
    ShellNotifications& operator=(const ShellNotifications&) = delete;

    void show(const ports::Notification& notification) override;

private:
    class Window;

    base::Logger m_logger;
    std::unique_ptr<Window> m_window; ///< from the first notification on
};

/// As much of a text as Windows shows of it: `most` UTF-16 units with the ending zero, "…" at the end of what was cut,
/// never half a character. Pure.
[[nodiscard]] std::wstring fitting(const std::string& text, std::size_t most);

} // namespace framehand::platform
