// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"

#include <memory>
#include <vector>

namespace framehand::cli {

/// Every verb, in the order of --help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> all_commands();

} // namespace framehand::cli
