// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/full_screen.h"
#include "core/ports/game_mode.h"
#include "core/ports/graphical_session.h"
#include "core/ports/input_idle.h"
#include "core/ports/local_time.h"
#include "core/ports/metered_network.h"
#include "core/ports/other_load.h"
#include "core/ports/power_source.h"
#include "core/ports/running_programs.h"
#include "core/ports/sleep_guard.h"
#include "core/ports/temperature.h"

namespace framehand::policy {

/// All by which the policy knows the machine. Everything outlives who holds this.
struct Senses {
    ports::InputIdle& input;
    const ports::FullScreen& full_screen;
    ports::GameMode& game;
    const ports::GraphicalSession& session;
    const ports::RunningPrograms& programs;
    ports::OtherLoad& other_load;
    ports::PowerSource& power;
    ports::MeteredNetwork& network;
    const ports::Temperature& temperature;
    ports::SleepGuard& sleep;
    const ports::LocalTime& local_time;
};

} // namespace framehand::policy
