// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snapshot.h"

#include <array>

namespace framehand::ui {

/// What the tray's icon says.
enum class AppState {
    Idle,        ///< ready for work, there is none
    Working,     ///< a job is in hand and gets on
    PausedByYou, ///< until a time, or until resumed
    Waiting,     ///< the machine itself, or the orchestrator, has something against work
    Error,       ///< needs somebody
    Offline,     ///< no daemon runs
};

inline constexpr std::array kAppStates{AppState::Idle,    AppState::Working, AppState::PausedByYou,
                                       AppState::Waiting, AppState::Error,   AppState::Offline};

[[nodiscard]] AppState app_state(const Snapshot& snapshot);

/// What a person can ask for now; what is not possible is not shown.
struct Possible {
    bool pause = false;
    bool resume = false;
    bool finish_then_pause = false;
    bool ignore_in_use = false;
    bool heed_in_use = false; ///< end ignoring it
    bool start = false;       ///< the daemon

    bool operator==(const Possible&) const = default;
};

[[nodiscard]] Possible possible(const Snapshot& snapshot);

} // namespace framehand::ui
