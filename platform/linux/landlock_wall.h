// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/linux/descriptor.h"

#include <filesystem>
#include <vector>

namespace framehand::platform {

/// Which files a process may still open: the kernel's Landlock. Covers the calling thread and the threads that it
/// starts later. Whatever is not granted is refused with EACCES; nothing at all may be run as a program. Where the
/// kernel knows how, TCP, sockets in the abstract name space and signals to processes outside end here as well.
class LandlockWall {
public:
    struct Grants {
        std::vector<std::filesystem::path> read;    ///< files, or folders with all below; what is missing is left out
        std::vector<std::filesystem::path> write;   ///< folders with all below
        std::vector<std::filesystem::path> devices; ///< nodes or folders of nodes: read, write and ioctl
    };

    /// First version with which files can be renamed from one granted folder into another.
    static constexpr int kLeastVersion = 2;

    /// Version of the kernel's Landlock, 0 if it has none or it is switched off.
    [[nodiscard]] static int version();

    /// Needs version() >= kLeastVersion and no_new_privs. Internal if the kernel refuses.
    [[nodiscard]] base::Status raise(const Grants& grants);

private:
    /// Kept open: a grant is for an object of the kernel's memory, which a file system may drop and make anew while
    /// nobody has it open.
    std::vector<Descriptor> m_granted;
};

} // namespace framehand::platform
