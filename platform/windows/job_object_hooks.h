// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/qt/process_hooks.h"

namespace framehand::platform {

/// Every child begins its life in a job object of its own, which dies with this process, however that ends
/// (KILL_ON_JOB_CLOSE), and with it all that the child has started. It inherits the standard streams and no other
/// handle, has no console window, does not get this console's Ctrl+C, and shows no window when it crashes. An idle
/// child also gets the idle class, the lowest I/O and a low memory priority, and EcoQoS.
///
/// Pausing suspends each process of the job. Windows does not tell how long threads waited for a processor, so
/// ProcessorTime::waited is 0.
///
/// Codes: an NTSTATUS of a crash, as a signed number; ChildExit::kEndedByOthers for one that was ended from outside in
/// a way that can be told (by us, by Ctrl+C, by a log-off, as a window that hangs). Task Manager and taskkill leave
/// exit code 1, which a program can have by itself: Exited.
class JobObjectHooks final : public ProcessHooks {
public:
    [[nodiscard]] std::unique_ptr<ProcessFamily> prepare(QProcess& process,
                                                         ports::ChildProcessRequest::Priority priority) const override;
    [[nodiscard]] ports::ChildExit how_it_ended(const QProcess& process) const override;
};

} // namespace framehand::platform
