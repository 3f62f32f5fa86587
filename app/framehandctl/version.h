// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace framehand::cli {

/// Of this build, "0.1.0".
[[nodiscard]] std::string_view version();

} // namespace framehand::cli
