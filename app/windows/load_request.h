// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings_loader.h"

namespace framehand::windows {

/// What settings are loaded from, with the folders that Windows has for the person who runs this program.
[[nodiscard]] settings::LoadRequest load_request();

} // namespace framehand::windows
