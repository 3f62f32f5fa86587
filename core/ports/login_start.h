// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace framehand::ports {

/// Whether the desktop app starts when its user logs in. Any thread, one at a time.
class LoginStart {
public:
    virtual ~LoginStart() = default;
    [[nodiscard]] virtual base::Result<bool> enabled() const = 0;
    /// From the next login on. Both are fine if it is so already.
    [[nodiscard]] virtual base::Status enable() = 0;
    [[nodiscard]] virtual base::Status disable() = 0;
    /// The file, or the place, in which it is written: for people.
    [[nodiscard]] virtual std::filesystem::path place() const = 0;
};

} // namespace framehand::ports
