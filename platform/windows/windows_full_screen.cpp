// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_full_screen.h"

#include "platform/windows/windows_api.h"

#include <shellapi.h>

namespace framehand::platform {

std::optional<int> notification_state() {
    QUERY_USER_NOTIFICATION_STATE state{};
    return SUCCEEDED(::SHQueryUserNotificationState(&state)) ? std::optional(static_cast<int>(state)) : std::nullopt;
}

ports::Reading<bool> full_screen_in(std::optional<int> notification_state) {
    if (!notification_state) {
        return ports::Reading<bool>::unknown("Windows does not tell what fills the screen");
    }
    return ports::Reading<bool>::known(*notification_state == QUNS_BUSY ||
                                       *notification_state == QUNS_RUNNING_D3D_FULL_SCREEN ||
                                       *notification_state == QUNS_PRESENTATION_MODE);
}

ports::Reading<bool> WindowsFullScreen::full_screen() const {
    return m_session == ProcessSession::Services ? ports::Reading<bool>::unknown("a service sees no screen")
                                                 : full_screen_in(notification_state());
}

} // namespace framehand::platform
