// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/doctor/diagnosis.h"
#include "core/settings/settings_loader.h"

namespace framehand::doctor {

/// Whether the settings can be read, and what in them looks like a slip.
[[nodiscard]] Diagnosis examine_settings(const base::Result<settings::LoadedSettings>& loaded);

} // namespace framehand::doctor
