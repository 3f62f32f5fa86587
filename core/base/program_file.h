// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::base {

/// The name of a program's file on this system: "framehandd", "framehandd.exe".
[[nodiscard]] std::string program_file(std::string_view program);

} // namespace framehand::base
