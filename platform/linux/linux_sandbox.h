// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/sandbox.h"
#include "platform/linux/landlock_wall.h"

namespace framehand::platform {

/// Walls of Linux: Landlock for files, seccomp for system calls (both in their classes), RLIMIT_DATA for memory; no
/// core dumps; the first to go when the machine's memory is out; no powers of the administrator but that of reading
/// and writing other users' files, which a container's only user may need for the share.
///
/// Besides what the request names, reading stays allowed for what libraries and drivers load late (/usr, /lib, /etc,
/// /opt, /sys, the folders of the libraries that are loaded, facts of the machine and of this process in /proc), and
/// using the device nodes of hardware encoders. All tests of this list are real transcodes and real break-outs.
///
/// RLIMIT_DATA and not RLIMIT_AS: drivers reserve hundreds of gigabytes of addresses that they never use, which only
/// the second counts. A build with a sanitizer gets no memory limit, for its shadow memory counts as well.
class LinuxSandbox final : public ports::Sandbox {
public:
    [[nodiscard]] base::Result<ports::SandboxReport> enter(const ports::SandboxRequest& request) override;
    [[nodiscard]] ports::SandboxReport available() const override;

private:
    [[nodiscard]] base::Status put_up_walls(const ports::SandboxRequest& request);

    LandlockWall m_files;
};

} // namespace framehand::platform
