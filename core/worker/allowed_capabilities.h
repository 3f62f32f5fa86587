// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/capabilities.h"
#include "core/settings/settings.h"

namespace framehand::worker {

/// Of what was measured, what jobs may be planned with, and an orchestrator is told. Pure.
[[nodiscard]] jobs::Capabilities allowed_capabilities(jobs::Capabilities measured, settings::Encoders encoders);

} // namespace framehand::worker
