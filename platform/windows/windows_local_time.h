// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/local_time.h"

namespace framehand::platform {

/// The time zone of this system with its rules of each year, also when it is changed while this program runs.
class WindowsLocalTime final : public ports::LocalTime {
public:
    /// Zero for a time that Windows cannot name (before 1601).
    [[nodiscard]] base::Duration utc_offset(base::WallTime time) const override;
};

} // namespace framehand::platform
