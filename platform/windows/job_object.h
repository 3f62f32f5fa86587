// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/windows/handle.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace framehand::platform {

struct JobLimits {
    enum class AtTheEnd { LeaveProcesses, KillProcesses }; ///< of the last handle, also when its owner is killed

    AtTheEnd at_the_end = AtTheEnd::LeaveProcesses;
    DWORD priority_class = 0;         ///< of all processes, as IDLE_PRIORITY_CLASS; 0 = their own
    std::uint64_t process_memory = 0; ///< most private memory of each process, 0 = no limit
    DWORD most_processes = 0;         ///< 0 = no limit
};

/// A job object of Windows: a process, and all that it starts. None of them shows a window when it crashes. One thread.
class JobObject {
public:
    [[nodiscard]] static base::Result<JobObject> create(const JobLimits& limits);

    [[nodiscard]] HANDLE handle() const { return m_job.get(); }

    /// Fine for a process that is in another job: this one then lies within that.
    [[nodiscard]] base::Status take_in(HANDLE process);
    [[nodiscard]] bool has(HANDLE process) const;
    [[nodiscard]] std::vector<DWORD> process_ids() const;
    void terminate(UINT exit_code);
    /// Suspends every process, also those that one of them starts meanwhile. Twice is fine.
    void suspend();
    void resume();

private:
    struct Suspended {
        DWORD id = 0;
        UniqueHandle process; ///< so that the number stays its own
    };

    explicit JobObject(UniqueHandle job) : m_job(std::move(job)) {}

    UniqueHandle m_job;
    std::vector<Suspended> m_suspended;
};

} // namespace framehand::platform
