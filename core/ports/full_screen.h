// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

namespace framehand::ports {

/// Whether the program in front fills the screen: a film, a game, a talk. Owner's thread.
class FullScreen {
public:
    virtual ~FullScreen() = default;
    [[nodiscard]] virtual Reading<bool> full_screen() const = 0;
};

} // namespace framehand::ports
