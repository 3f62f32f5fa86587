// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>

namespace framehand::platform {

/// What Windows says of one of its error codes (GetLastError()), in one line: "Access is denied (5)".
[[nodiscard]] std::string windows_error_text(unsigned long code);

/// An Error from such a code; its own code is chosen from it (ERROR_FILE_NOT_FOUND -> NotFound, ...).
[[nodiscard]] base::Error error_from_windows(unsigned long code, std::string message);

} // namespace framehand::platform
