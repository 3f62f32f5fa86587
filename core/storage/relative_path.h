// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace framehand::storage {

/// True for a '/' separated path that stays below where it starts: not absolute, no "." or "..", no empty parts, no
/// NUL. The empty path is the start itself and is not below it.
[[nodiscard]] bool is_below(std::string_view path);

/// Checks a path that came from outside, by its text alone. Doubled and trailing slashes and "." are allowed. `what`
/// names it in the message ("input", "destination"). PermissionDenied for an absolute path, for "..", and for a part
/// that begins with ".framehand": those are the folders of commits that are still under way. InvalidArgument for NUL.
[[nodiscard]] base::Status check_relative(std::string_view path, std::string_view what);

} // namespace framehand::storage
