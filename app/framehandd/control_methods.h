// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/doctor_part.h"
#include "core/api/dispatcher.h"
#include "core/settings/settings_editor.h"

#include <functional>

namespace framehand::daemon {

/// What the methods of this file ask of the daemon.
struct ControlParts {
    settings::SettingsEditor& editor;
    DoctorPart& doctor;
    std::filesystem::path home;                    ///< what "~" stands for
    std::function<void()> apply;                   ///< takes what the editor has in force into use
    std::function<base::Status()> restart;         ///< soon, or says why not
    std::function<void(api::Reply)> measure;       ///< answers with the capabilities
    std::function<void(DoctorPart::Done)> examine; ///< everything
};

/// `settings.describe`, `settings.check`, `settings.set`, `daemon.restart`, `storage.test`, `orchestrator.test`,
/// `doctor.run` and `capabilities.measure`, as docs/local-api.md has them. The references must outlive the dispatcher's
/// use.
void add_control_methods(api::Dispatcher& dispatcher, const ControlParts& parts);

} // namespace framehand::daemon
