// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/full_screen.h"
#include "platform/windows/windows_sessions.h"

#include <optional>

namespace framehand::platform {

/// QUERY_USER_NOTIFICATION_STATE of shellapi.h as it is now, or none where Windows does not tell.
[[nodiscard]] std::optional<int> notification_state();

/// What fills the screen: a program (QUNS_BUSY), a game that has taken the graphics card for itself
/// (QUNS_RUNNING_D3D_FULL_SCREEN), a talk (QUNS_PRESENTATION_MODE). A locked screen, quiet hours and Windows' own full
/// screens do not count. Asked anew each time. Owner's thread.
class WindowsFullScreen final : public ports::FullScreen {
public:
    explicit WindowsFullScreen(ProcessSession session) : m_session(session) {}

    [[nodiscard]] ports::Reading<bool> full_screen() const override;

private:
    const ProcessSession m_session;
};

/// What a state says. Pure.
[[nodiscard]] ports::Reading<bool> full_screen_in(std::optional<int> notification_state);

} // namespace framehand::platform
