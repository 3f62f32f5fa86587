// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framehand::platform {

/// From now on abort(), and with it an exception that nobody catches, ends this process with
/// STATUS_STACK_BUFFER_OVERRUN (0xC0000409), as Windows' newer runtimes do, and without a window. The older one that
/// mingw-w64 uses would leave exit code 3, which a parent takes for an ordinary end.
void abort_as_a_crash();

} // namespace framehand::platform
