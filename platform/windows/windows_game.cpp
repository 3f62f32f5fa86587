// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_game.h"

#include "platform/windows/windows_api.h"
#include "platform/windows/windows_full_screen.h"

#include <shellapi.h>

namespace framehand::platform {

ports::Reading<bool> game_in(std::optional<int> notification_state) {
    return notification_state ? ports::Reading<bool>::known(*notification_state == QUNS_RUNNING_D3D_FULL_SCREEN)
                              : ports::Reading<bool>::unknown("Windows does not tell who has taken the graphics card");
}

ports::Reading<bool> WindowsGame::game_runs() const {
    return m_session == ProcessSession::Services ? ports::Reading<bool>::unknown("a service sees no screen")
                                                 : game_in(notification_state());
}

} // namespace framehand::platform
