// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"

namespace framehand::ports {

/// Whether a person could sit here: anybody has a graphical session on this machine. Owner's thread.
class GraphicalSession {
public:
    virtual ~GraphicalSession() = default;
    [[nodiscard]] virtual Reading<bool> session_exists() const = 0;
};

} // namespace framehand::ports
