// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/abort_status.h"

#include "platform/windows/windows_api.h"

#include <csignal>

namespace framehand::platform {

namespace {

void end_as_a_crash(int /*signal*/) {
    constexpr UINT kFailFast = 0xC0000409;
    ::TerminateProcess(::GetCurrentProcess(), kFailFast);
}

} // namespace

void abort_as_a_crash() {
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    std::signal(SIGABRT, end_as_a_crash);
}

} // namespace framehand::platform
