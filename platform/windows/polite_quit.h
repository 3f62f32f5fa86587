// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace framehand::platform {

/// The event by which a process of Framehand is asked to end: "Global\Framehand-quit-<process id>". Its user, SYSTEM
/// and administrators may set it, from any session.
[[nodiscard]] std::wstring quit_event_name(std::int64_t process_id);

/// Asks a process that has TerminationSignals, and waits for its end. NotFound if nobody there listens, Timeout if it
/// still runs after `patience`.
[[nodiscard]] base::Status ask_to_quit(std::int64_t process_id, base::Duration patience);

} // namespace framehand::platform
