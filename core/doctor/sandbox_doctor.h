// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/diagnosis.h"
#include "core/ports/sandbox.h"
#include "core/settings/settings.h"

namespace framehand::doctor {

/// What stands between a hostile video and the rest of this machine.
[[nodiscard]] Diagnosis examine_sandbox(const ports::SandboxReport& available, settings::TranscodeSandbox wanted);

} // namespace framehand::doctor
