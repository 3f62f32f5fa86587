// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/pause_reason.h"

namespace framehand::policy {

std::string_view to_string(PauseReason reason) {
    switch (reason) {
    case PauseReason::ByYou:
        return "by_you";
    case PauseReason::AfterJob:
        return "after_job";
    case PauseReason::InUse:
        return "in_use";
    case PauseReason::PresenceUnknown:
        return "presence_unknown";
    case PauseReason::FullScreen:
        return "full_screen";
    case PauseReason::Game:
        return "game";
    case PauseReason::Program:
        return "program";
    case PauseReason::OtherLoad:
        return "other_load";
    case PauseReason::OnBattery:
        return "on_battery";
    case PauseReason::PowerSaver:
        return "power_saver";
    case PauseReason::OutsideHours:
        return "outside_hours";
    case PauseReason::MeteredNetwork:
        return "metered_network";
    case PauseReason::TooHot:
        return "too_hot";
    case PauseReason::LowDisk:
        return "low_disk";
    }
    return "by_you";
}

} // namespace framehand::policy
