// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_presence.h"

namespace framehand::platform {

WindowsPresence::WindowsPresence(const base::Clock& clock)
    : sessions(clock), screen(own_session()), m_input(clock, own_session()) {
}

ports::InputIdle::Report WindowsPresence::report() const {
    auto report = m_input.report();
    return report.idle.value ? report : sessions.report();
}

} // namespace framehand::platform
