// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/doctor_report.h"
#include "core/ports/sandbox.h"
#include "core/settings/settings.h"

namespace framehand::cli {

/// What stands between a hostile video and the rest of this machine.
[[nodiscard]] Diagnosis examine_sandbox(const ports::SandboxReport& available, settings::TranscodeSandbox wanted);

} // namespace framehand::cli
