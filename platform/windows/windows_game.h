// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/game_mode.h"
#include "platform/windows/windows_sessions.h"

#include <optional>

namespace framehand::platform {

/// A program that has taken the graphics card for itself (QUNS_RUNNING_D3D_FULL_SCREEN). Games that only fill the
/// screen are seen by WindowsFullScreen. Windows tells no program of its "Game Mode". Owner's thread.
class WindowsGame final : public ports::GameMode {
public:
    explicit WindowsGame(ProcessSession session) : m_session(session) {}

    [[nodiscard]] ports::Reading<bool> game_runs() const override;

private:
    const ProcessSession m_session;
};

/// What a state says. Pure.
[[nodiscard]] ports::Reading<bool> game_in(std::optional<int> notification_state);

} // namespace framehand::platform
