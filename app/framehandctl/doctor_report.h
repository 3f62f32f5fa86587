// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/diagnosis.h"

#include <string>
#include <vector>

namespace framehand::cli {

/// What a doctor found, for a terminal. Two lines for what is not well: the finding, and "-> what to do".
[[nodiscard]] std::vector<std::string> lines_of(const doctor::Diagnoses& diagnoses);

} // namespace framehand::cli
