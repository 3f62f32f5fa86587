// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/timers.h"
#include "core/ports/tray_host.h"
#include "platform/linux/x11_display.h"
#include "platform/qt/dbus_property.h"

#include <QDBusConnection>

#include <memory>
#include <optional>
#include <string>

namespace framehand::platform {

/// A host of StatusNotifierItems, which tells by D-Bus, or an X11 tray for XEmbed icons, which is looked for again and
/// again until there is one.
class DesktopTrayHost final : public ports::TrayHost {
public:
    static constexpr base::Duration kLook{1'000};

    /// `display` as in $DISPLAY, "" without an X server. `timers` must outlive this.
    DesktopTrayHost(QDBusConnection session_bus, const std::string& display, ports::Timers& timers);

    [[nodiscard]] bool present() override;

private:
    void look();

    ports::Timers& m_timers;
    std::optional<X11Display> m_display;
    std::unique_ptr<ports::Timer> m_timer; ///< none once on_first was called
    DbusProperty m_notifiers;
};

} // namespace framehand::platform
