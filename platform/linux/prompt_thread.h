// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framehand::platform {

/// Asks for the shortest turns on the processor for the calling thread (0.1 ms; sched(7), EEVDF since Linux 6.12): it
/// gets no more of the processor than before, but gets it soon after it wakes up, however many others want it. For a
/// thread that mostly waits. Threads and processes that it starts have turns of the usual length. Older kernels leave
/// everything as it is.
void answer_promptly();

} // namespace framehand::platform
