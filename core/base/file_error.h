// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <system_error>

namespace framehand::base {

/// The same as error_from_errno() for what std::filesystem says, which has numbers of its own on some systems.
[[nodiscard]] Error error_from_code(const std::error_code& code, std::string message);

} // namespace framehand::base
