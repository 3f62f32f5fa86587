// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "platform/windows/handle.h"

#include <cstdint>
#include <vector>

namespace framehand::platform {

struct JobLimits {
    enum class AtTheEnd { LeaveProcesses, KillProcesses }; ///< of the last handle, also when its owner is killed

    AtTheEnd at_the_end = AtTheEnd::LeaveProcesses;
    unsigned long priority_class = 0; ///< of all processes, e.g. IDLE_PRIORITY_CLASS; 0 = their own
    std::uint64_t process_memory = 0; ///< most private memory of each process, 0 = no limit
    std::uint32_t most_processes = 0; ///< 0 = no limit
};

/// A job object of Windows: a process, and all that it starts. A process in it shows no window when it crashes.
/// One thread.
class JobObject {
public:
    [[nodiscard]] static base::Result<JobObject> create(const JobLimits& limits);

    [[nodiscard]] HANDLE handle() const { return m_job.get(); }

    /// Fine for a process that is in other jobs: this one becomes one inside those.
    [[nodiscard]] base::Status take_in(HANDLE process);
    [[nodiscard]] bool has(HANDLE process) const;
    [[nodiscard]] std::vector<unsigned long> process_ids() const;
    /// On processors so far, of processes that have ended too.
    [[nodiscard]] base::Duration processor_time() const;

    void terminate(unsigned int exit_code);
    /// Suspends every process, also those that one of them starts meanwhile. Twice is fine.
    void suspend();
    void resume();

private:
    explicit JobObject(UniqueHandle job) : m_job(std::move(job)) {}

    struct Suspended {
        unsigned long id = 0;
        UniqueHandle process; ///< so that the number stays its own
    };

    UniqueHandle m_job;
    std::vector<Suspended> m_suspended;
};

} // namespace framehand::platform
