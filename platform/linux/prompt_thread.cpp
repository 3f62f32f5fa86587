// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/prompt_thread.h"

#include <cstdint>
#include <linux/sched.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace framehand::platform {

namespace {

constexpr std::uint64_t kShortestTurn = 100'000; // ns; the kernel's own limit

// <linux/sched/types.h> has it too, but cannot be included beside <sched.h>.
struct SchedulingAttributes {
    std::uint32_t size;
    std::uint32_t policy;
    std::uint64_t flags;
    std::int32_t nice;
    std::uint32_t priority;
    std::uint64_t runtime;
    std::uint64_t deadline;
    std::uint64_t period;
};

} // namespace

void answer_promptly() {
    SchedulingAttributes attributes{};
    attributes.size = sizeof attributes;
    attributes.policy = SCHED_OTHER;
    attributes.flags = SCHED_FLAG_RESET_ON_FORK;
    attributes.nice = ::getpriority(PRIO_PROCESS, 0);
    attributes.runtime = kShortestTurn;
    if (::sched_getscheduler(0) == SCHED_OTHER) {
        ::syscall(SYS_sched_setattr, 0, &attributes, 0U);
    }
}

} // namespace framehand::platform
