// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <string_view>

namespace framehand::sources {

/// A value as Python's repr() shows it: {'a': [1, None, True]}. For people who read Celery's events.
[[nodiscard]] std::string python_repr(const base::Json& value);
[[nodiscard]] std::string python_repr(std::string_view text);

} // namespace framehand::sources
