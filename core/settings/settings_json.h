// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/settings/settings_loader.h"

namespace framehand::settings {

/// `{"sync_interval": {"value": "10s", "source": "default"}, ...}`: values as the file spells them. Keys that look like
/// a secret show "***" in place of a value.
[[nodiscard]] base::Json to_json(const LoadedSettings& loaded);

} // namespace framehand::settings
