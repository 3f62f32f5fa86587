// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/doctor/diagnosis.h"
#include "core/jobs/capabilities.h"

namespace framehand::doctor {

/// Whether a video encoder works, of a measurement or of why there is none.
[[nodiscard]] Diagnosis examine_encoders(const base::Result<jobs::Capabilities>& measured);

} // namespace framehand::doctor
