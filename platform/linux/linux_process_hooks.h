// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/qt/process_hooks.h"

namespace framehand::platform {

/// Every child leads a session of its own, which gives it a scheduler autogroup of its own, and dies with the thread
/// that started it (PR_SET_PDEATHSIG). It inherits the standard streams and no other descriptor. An idle child also
/// gets SCHED_IDLE, nice 19, the idle I/O class and autogroup nice 19: across autogroups the first two alone do
/// nothing, and lowering is one-way for plain users, so all of it is set in the child between fork and exec.
class LinuxProcessHooks final : public ProcessHooks {
public:
    [[nodiscard]] std::unique_ptr<ProcessFamily> prepare(QProcess& process,
                                                         ports::ChildProcessRequest::Priority priority) const override;
    [[nodiscard]] ports::ChildExit how_it_ended(const QProcess& process) const override;
};

} // namespace framehand::platform
