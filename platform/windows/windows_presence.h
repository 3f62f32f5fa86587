// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/input_idle.h"
#include "platform/windows/windows_full_screen.h"
#include "platform/windows/windows_input_idle.h"
#include "platform/windows/windows_sessions.h"

namespace framehand::platform {

/// Who sees the person at this machine. A session that is in use is believed before one that is not: within the
/// person's session its own keyboard and mouse, unless it was left for another person's; else that all sessions are
/// locked or disconnected. Main thread.
class WindowsPresence final : public ports::InputIdle {
public:
    /// `clock` must outlive this.
    explicit WindowsPresence(const base::Clock& clock);

    [[nodiscard]] Report report() const override;

    void look_every(base::Duration /*interval*/) override {}

    WindowsSessions sessions;
    WindowsFullScreen screen;

private:
    WindowsInputIdle m_input;
};

} // namespace framehand::platform
