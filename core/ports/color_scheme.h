// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

#include <functional>

namespace framehand::ports {

enum class ColorScheme { Light, Dark };

/// Which colours the person prefers on this desktop. Owner's thread.
class ColorSchemeSource {
public:
    virtual ~ColorSchemeSource() = default;
    /// Unknown where the desktop has no preference, or has not told it yet.
    [[nodiscard]] virtual Reading<ColorScheme> preferred() const = 0;

    std::function<void()> on_change; ///< may be empty
};

} // namespace framehand::ports
