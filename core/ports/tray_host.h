// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace framehand::ports {

/// Who shows icons in the person's desktop. Owner's thread, which runs a Qt event loop.
class TrayHost {
public:
    virtual ~TrayHost() = default;
    /// Whether there is one at this moment.
    [[nodiscard]] virtual bool present() = 0;

    /// Once, when the first one is there; never from inside a call. May be empty.
    std::function<void()> on_first;
};

} // namespace framehand::ports
