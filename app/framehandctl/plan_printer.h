// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace framehand::cli {

/// A plan, as framehand-transcoder and the orchestrator give it, for people. Members that are missing are left out.
[[nodiscard]] std::vector<std::string> plan_lines(const base::Json& plan);

} // namespace framehand::cli
