// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/child_process.h"

#include <cstdint>

namespace framehand::platform {

/// The exit code of a child that somebody here has killed; QProcess takes it for a crash as well.
constexpr std::uint32_t kKilledExitCode = 0xf291;

/// What the exit code of a process means: kind, code and description of ChildExit. Pure.
[[nodiscard]] ports::ChildExit explain_exit(std::uint32_t exit_code);

} // namespace framehand::platform
