// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace framehand::policy {

/// Why the machine is left alone, heaviest first: where several hold, people are told the first one first.
enum class PauseReason {
    ByYou,           ///< until a time, or until resumed
    AfterJob,        ///< by you, once the running job was done
    InUse,           ///< keyboard or mouse
    PresenceUnknown, ///< nobody can tell whether it is in use
    FullScreen,
    Game,
    Program, ///< one of the listed programs
    OtherLoad,
    OnBattery,
    PowerSaver,
    OutsideHours,
    MeteredNetwork,
    TooHot,
    LowDisk,
};

inline constexpr std::array kPauseReasons{
    PauseReason::ByYou,      PauseReason::AfterJob,   PauseReason::InUse,        PauseReason::PresenceUnknown,
    PauseReason::FullScreen, PauseReason::Game,       PauseReason::Program,      PauseReason::OtherLoad,
    PauseReason::OnBattery,  PauseReason::PowerSaver, PauseReason::OutsideHours, PauseReason::MeteredNetwork,
    PauseReason::TooHot,     PauseReason::LowDisk};

/// "by_you", "in_use", ...: part of the local API, never renamed.
[[nodiscard]] std::string_view to_string(PauseReason reason);

} // namespace framehand::policy
