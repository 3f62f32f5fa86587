// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/presence_reporter.h"

#include <utility>

namespace framehand::desktop {

namespace {

// Two looks at the same last touch differ by what they take themselves.
constexpr base::Duration kSameTouch{100};

} // namespace

PresenceReporter::PresenceReporter(Parts parts) : m_parts(std::move(parts)) {
    m_parts.input.on_change = [this] {
        if (m_timer != nullptr) {
            look();
        }
    };
}

PresenceReporter::~PresenceReporter() {
    m_parts.input.on_change = nullptr;
}

void PresenceReporter::start() {
    if (m_timer == nullptr) {
        m_parts.input.look_every(kLook);
        look();
    }
}

void PresenceReporter::stop() {
    m_timer.reset();
    m_told_at.reset();
}

void PresenceReporter::look() {
    m_timer = m_parts.timers.after(kLook, [this] { look(); });
    const auto report = m_parts.input.report();
    const auto now = m_parts.clock.steady();
    if (!report.idle.value || now - report.at > kSayAgain) {
        return; // the daemon says itself what it makes of not knowing
    }
    const auto touched_at = report.at - *report.idle.value;
    const auto full_screen = m_parts.screen.full_screen().value;
    const bool news = !m_told_at || touched_at > m_touched_at + kSameTouch || full_screen != m_full_screen;
    if (!news && now - *m_told_at < kSayAgain) {
        return;
    }
    m_told_at = now;
    m_touched_at = touched_at;
    m_full_screen = full_screen;
    m_parts.tell(std::chrono::duration_cast<base::Duration>(now - touched_at), full_screen);
}

} // namespace framehand::desktop
