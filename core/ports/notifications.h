// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace framehand::ports {

struct Notification {
    /// Critical: stays until it is seen.
    enum class Urgency { Normal, Critical };

    std::string title;
    std::string text; ///< plain, may be empty
    Urgency urgency = Urgency::Normal;
};

/// Tells the person at this machine something although they look elsewhere.
class Notifications {
public:
    virtual ~Notifications() = default;
    /// Never waits; lost where nobody shows it.
    virtual void show(const Notification& notification) = 0;
};

} // namespace framehand::ports
