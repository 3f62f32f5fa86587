// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/prompt_thread.h"

#include "platform/windows/windows_api.h"

namespace framehand::platform {

namespace {

/// THREAD_POWER_THROTTLING_STATE, which not all headers have.
struct PowerThrottling {
    ULONG version;
    ULONG control;
    ULONG state;
};

} // namespace

void answer_promptly() {
    constexpr ULONG kExecutionSpeed = 1;
    ::SetThreadPriority(::GetCurrentThread(), THREAD_PRIORITY_HIGHEST);
    PowerThrottling never{1, kExecutionSpeed, 0};
    ::SetThreadInformation(::GetCurrentThread(), ThreadPowerThrottling, &never, sizeof(never));
}

} // namespace framehand::platform
