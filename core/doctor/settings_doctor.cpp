// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/settings_doctor.h"

namespace framehand::doctor {

Diagnosis examine_settings(const base::Result<settings::LoadedSettings>& loaded) {
    if (!loaded) {
        return {"settings", Health::Fail, loaded.error().text(), "correct that, then run framehandctl doctor again"};
    }
    return {"settings", loaded->warnings.empty() ? Health::Ok : Health::Warn,
            loaded->config_exists ? loaded->config_path.string()
                                  : "no settings file, defaults apply (" + loaded->config_path.string() + ")",
            loaded->warnings.empty() ? "" : loaded->warnings.front()};
}

} // namespace framehand::doctor
