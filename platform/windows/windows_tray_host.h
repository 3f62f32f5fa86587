// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/timers.h"
#include "core/ports/tray_host.h"

#include <functional>
#include <memory>

namespace framehand::platform {

/// Explorer's taskbar, which is looked for again and again until there is one: at login programs may start before it.
/// Owner's thread.
class WindowsTrayHost final : public ports::TrayHost {
public:
    static constexpr base::Duration kLook{1'000};

    using Look = std::function<bool()>;

    /// `timers` must outlive this.
    explicit WindowsTrayHost(ports::Timers& timers);
    WindowsTrayHost(ports::Timers& timers, Look is_present);

    [[nodiscard]] bool present() override { return m_look(); }

private:
    void look();

    ports::Timers& m_timers;
    const Look m_look;
    std::unique_ptr<ports::Timer> m_timer; ///< none once on_first was called
};

} // namespace framehand::platform
