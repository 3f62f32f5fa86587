// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace framehand::cli {

/// The daemon's answer to `state.get`, {seq, state: {worker: {phase, ...}}}, for people. Takes whatever a daemon of
/// another version may leave out.
[[nodiscard]] std::vector<std::string> daemon_lines(const base::Json& answer);

} // namespace framehand::cli
