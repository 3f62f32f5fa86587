// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

#include <functional>

namespace framehand::ports {

/// Whether a game has asked the system for its whole power. Owner's thread.
class GameMode {
public:
    virtual ~GameMode() = default;
    [[nodiscard]] virtual Reading<bool> game_runs() const = 0;

    std::function<void()> on_change; ///< may be empty
};

} // namespace framehand::ports
