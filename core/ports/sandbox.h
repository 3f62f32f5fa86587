// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace framehand::ports {

/// What a process that works on foreign bytes still needs.
struct SandboxRequest {
    /// MemoryOnly: for drivers that cannot live behind the others.
    enum class Walls { All, MemoryOnly };

    std::vector<std::filesystem::path> read;  ///< files, or folders with all below them; what is missing is left out
    std::vector<std::filesystem::path> write; ///< folders, with all below them: read, write, make, rename, remove
    std::uint64_t memory_bytes = 0;           ///< most private memory of the whole process, 0 = no limit
    Walls walls = Walls::All;
};

/// What stands after entering.
struct SandboxReport {
    std::vector<std::string> walls;   ///< "files (Landlock 7)", "system calls (seccomp)", "memory (4000000000 bytes)"
    std::vector<std::string> missing; ///< a sentence for each wall that this system cannot give
};

/// Walls around the calling process, for good: none of them can be taken down again.
class Sandbox {
public:
    virtual ~Sandbox() = default;
    /// Call it before the process starts threads, opens foreign files or loads drivers. A wall that the OS does not
    /// have is reported and left out. Error: a wall that it has could not be put up (Internal).
    [[nodiscard]] virtual base::Result<SandboxReport> enter(const SandboxRequest& request) = 0;
    /// What enter() could put up here, without doing so.
    [[nodiscard]] virtual SandboxReport available() const = 0;
};

} // namespace framehand::ports
