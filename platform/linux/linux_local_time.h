// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/local_time.h"

namespace framehand::platform {

/// The time zone of this system (or of $TZ), also when it is changed while this program runs.
class LinuxLocalTime final : public ports::LocalTime {
public:
    [[nodiscard]] base::Duration utc_offset(base::WallTime time) const override;
};

} // namespace framehand::platform
