// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/cause.h"

#include "core/base/text.h"

namespace framehand::policy {

namespace {

std::string with_detail(std::string text, const Cause& cause) {
    return cause.detail.empty() ? text : text + " (" + cause.detail + ")";
}

std::string soon_after(const std::string& end, const Cause& cause) {
    return cause.hold > base::Duration{0} ? base::humanize_duration(cause.hold) + " after " + end : "after " + end;
}

} // namespace

std::string sentence(const Cause& cause) {
    switch (cause.reason) {
    case PauseReason::ByYou:
        return "paused by you";
    case PauseReason::AfterJob:
        return "paused by you after the last job";
    case PauseReason::InUse:
        return "keyboard or mouse in use";
    case PauseReason::PresenceUnknown:
        return with_detail("nobody can tell whether this PC is in use", cause);
    case PauseReason::FullScreen:
        return "a program fills the screen";
    case PauseReason::Game:
        return "a game runs";
    case PauseReason::Program:
        return "the program " + cause.detail + " runs";
    case PauseReason::OtherLoad:
        return with_detail("other programs need the CPU", cause);
    case PauseReason::OnBattery:
        return "on battery";
    case PauseReason::PowerSaver:
        return "the power saver is on";
    case PauseReason::OutsideHours:
        return "outside the hours for work";
    case PauseReason::MeteredNetwork:
        return "the network is metered";
    case PauseReason::TooHot:
        return with_detail("this PC is too hot", cause);
    case PauseReason::LowDisk:
        return with_detail("the disk for unfinished work is nearly full", cause);
    }
    return "paused by you";
}

std::string goes_on(const Cause& cause) {
    switch (cause.reason) {
    case PauseReason::ByYou:
    case PauseReason::AfterJob:
        return "once resumed";
    case PauseReason::InUse:
        return "after " + base::humanize_duration(cause.hold) + " without input";
    case PauseReason::PresenceUnknown:
        return "once that can be told";
    case PauseReason::FullScreen:
        return soon_after("it is left", cause);
    case PauseReason::Game:
    case PauseReason::Program:
        return soon_after("its end", cause);
    case PauseReason::OtherLoad:
        return soon_after("they are done", cause);
    case PauseReason::OnBattery:
        return soon_after("it is plugged in", cause);
    case PauseReason::PowerSaver:
        return soon_after("it is switched off", cause);
    case PauseReason::OutsideHours:
        return "once hours for work are set";
    case PauseReason::MeteredNetwork:
        return soon_after("another network is used", cause);
    case PauseReason::TooHot:
        return soon_after("it has cooled down", cause);
    case PauseReason::LowDisk:
        return soon_after("there is space", cause);
    }
    return "once resumed";
}

base::Json to_json(const Cause& cause) {
    base::Json json{{"id", to_string(cause.reason)},
                    {"sentence", sentence(cause)},
                    {"goes_on", goes_on(cause)},
                    {"detail", cause.detail},
                    {"until", nullptr},
                    {"hold_sec", static_cast<double>(cause.hold.count()) / 1000}};
    if (cause.until) {
        json["until"] = base::to_rfc3339(*cause.until);
    }
    return json;
}

} // namespace framehand::policy
