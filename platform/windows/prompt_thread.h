// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framehand::platform {

/// The calling thread gets a processor soon after it wakes up, however many others want one: two steps above the normal
/// priority, and never slowed down to save power. For a thread that mostly waits. Threads and processes that it starts
/// are as usual.
void answer_promptly();

} // namespace framehand::platform
