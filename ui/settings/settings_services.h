// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/login_start.h"
#include "core/ports/running_programs.h"
#include "core/ports/secret_store.h"
#include "core/ports/timers.h"
#include "ui/app_settings.h"
#include "ui/daemon_call.h"
#include "ui/notice.h"
#include "ui/service_calls.h"

#include <functional>

namespace framehand::ui {

/// What the settings dialog and the first setup need of the app. All functions are set; all must outlive them.
struct SettingsServices {
    DaemonCall& daemon;
    ports::Timers& timers;
    ServiceCalls& service;
    ports::LoginStart& login_start;
    const ports::RunningPrograms& programs;
    ports::SecretStore& secrets;
    AppSettings& app;

    /// Shows all windows in the colours that AppSettings now has.
    std::function<void()> appearance_changed;
    /// Shows a notice, whatever kinds are switched off.
    std::function<void(const Notice&)> notify;
    /// Lets the daemon take up settings that need a new start: `done` comes with its refusal, or once it has begun.
    std::function<void(std::function<void(const base::Status&)> done)> restart_daemon;
    /// Whether the daemon that runs is one that this app has started.
    std::function<bool()> has_own_daemon;
    /// Opens the first setup.
    std::function<void()> open_first_run;
};

} // namespace framehand::ui
