// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace framehand::platform {

/// Which calls a process may still make to the kernel: a seccomp filter, for all its threads.
///
/// Refused: sockets other than UNIX streams (hardware drivers make those among their own threads), connecting any
/// socket, running programs, new processes, looking into or signalling other processes, rights, owners, times and
/// attributes of files (Landlock does not cover them), mounts, name spaces, kernel modules, clocks, io_uring (which
/// would pass by this filter), typing into a terminal.
///
/// A refused call fails with EPERM, or ENOSYS where callers then take an older, watched call; the process is not
/// killed. Drivers try such things and go on without (a helper program, a netlink socket): killing would turn a
/// driver's curiosity into a failed job, and gain nothing, for the call does not happen either way. The kernel's audit
/// log, where there is one, names each refused call.
class SystemCallWall {
public:
    [[nodiscard]] static bool is_available();

    /// Sets no_new_privs too. Internal if the kernel refuses.
    [[nodiscard]] static base::Status raise();
};

} // namespace framehand::platform
