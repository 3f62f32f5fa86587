// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_presence.h"

#include "platform/windows/windows_api.h"

namespace framehand::platform {

WindowsPresence::WindowsPresence(const base::Clock& clock)
    : sessions(clock), screen(own_session()), m_input(clock, own_session()) {
}

ports::InputIdle::Report WindowsPresence::report() const {
    auto report = m_input.report();
    if (!report.idle.value) {
        return sessions.report();
    }
    DWORD own = 0;
    if (::ProcessIdToSessionId(::GetCurrentProcessId(), &own) != FALSE && sessions.left_for_another(own)) {
        report.idle = ports::Reading<base::Duration>::unknown("somebody else uses this machine");
    }
    return report;
}

} // namespace framehand::platform
