// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

namespace framehand::platform {

/// Lets a program that is about to be started lead a session of its own. The kernel shares the processors among
/// sessions first (sched_autogroup): whatever else was started from the same place, it gets its turn as if alone.
void lead_own_session(QProcess& process);

} // namespace framehand::platform
