// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace framehand::platform {

/// Asks the person to let an administrator run this command (User Account Control), and waits for its end, without a
/// window of its own. Cancelled where the person says no. `command` begins with a program's absolute path. Not on the
/// main thread: it waits for a person.
[[nodiscard]] base::Result<int> run_as_administrator(const std::vector<std::string>& command);

} // namespace framehand::platform
