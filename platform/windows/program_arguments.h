// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace framehand::platform {

/// The program and its arguments in UTF-8; what main() gets has lost what the system's code page lacks.
[[nodiscard]] std::vector<std::string> program_arguments();

} // namespace framehand::platform
