// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace framehand::platform {

/// A program that has run to its end.
struct FinishedProgram {
    int status = 0; ///< exit status
    std::string out;
    std::string err;
};

/// Runs a program of the system and waits for its end, on any thread. It speaks English, whatever the user speaks.
/// Unsupported if it is not there, Timeout if it takes longer than `limit` (it is killed then), Internal if it crashed.
[[nodiscard]] base::Result<FinishedProgram> run_program(const std::vector<std::string>& command, base::Duration limit);

} // namespace framehand::platform
