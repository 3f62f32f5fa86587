// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/desktop_presence.h"

#include <utility>

namespace framehand::platform {

DesktopPresence::DesktopPresence(std::vector<ports::InputIdle*> sources, const ports::GraphicalSession& sessions,
                                 OwnSession own)
    : m_sources(std::move(sources)), m_sessions(sessions), m_own(own) {
    for (auto* source : m_sources) {
        source->on_change = [this] {
            if (on_change) {
                on_change();
            }
        };
    }
}

ports::InputIdle::Report DesktopPresence::report() const {
    Report unknown;
    for (const auto* source : m_sources) {
        auto report = source->report();
        if (report.idle.value) {
            return report;
        }
        auto& why = unknown.idle.why_unknown;
        why += (why.empty() ? "" : "; ") + report.idle.why_unknown;
        unknown.at = report.at;
    }
    return unknown;
}

void DesktopPresence::look_every(base::Duration interval) {
    for (auto* source : m_sources) {
        source->look_every(interval);
    }
}

ports::Reading<bool> DesktopPresence::session_exists() const {
    return m_own == OwnSession::Graphical ? ports::Reading<bool>::known(true) : m_sessions.session_exists();
}

} // namespace framehand::platform
