// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace framehand::cli {

/// What framehandctl ends with. Documented in --help and docs/cli.md; scripts depend on the numbers.
enum class ExitCode {
    Ok = 0,
    Failed = 1,      ///< the job or the check failed
    Usage = 2,       ///< wrong usage or wrong settings
    Unreachable = 3, ///< the orchestrator or the daemon does not answer
    Cancelled = 4,   ///< cancelled, or interrupted by the user
};

/// The exit code of a verb that ended with an error.
[[nodiscard]] constexpr ExitCode exit_code_of(base::ErrorCode code) {
    switch (code) {
    case base::ErrorCode::InvalidArgument:
        return ExitCode::Usage;
    case base::ErrorCode::Unavailable:
    case base::ErrorCode::Timeout:
        return ExitCode::Unreachable;
    case base::ErrorCode::Cancelled:
        return ExitCode::Cancelled;
    default:
        return ExitCode::Failed;
    }
}

} // namespace framehand::cli
