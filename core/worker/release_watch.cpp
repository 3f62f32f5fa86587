// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/release_watch.h"

#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

namespace {

constexpr base::Duration kLook{5'000};

} // namespace

ReleaseWatch::ReleaseWatch(ports::Timers& timers, const base::Clock& clock, const ports::HostStats& host,
                           ReleaseRules rules, std::function<void(const std::string& why)> release)
    : m_timers(timers), m_clock(clock), m_host(host), m_rules(rules), m_since(clock.steady()),
      m_release(std::move(release)), m_timer(timers.after(base::Duration{0}, [this] { look(); })) {
}

std::string ReleaseWatch::reason() const {
    if (m_rules.after > base::Duration{0} && m_clock.steady() - m_since >= m_rules.after) {
        return "it was paused for " + base::humanize_duration(m_rules.after);
    }
    const auto available = m_host.available_memory();
    if (available && *available < m_rules.memory) {
        return "other programs need the memory";
    }
    return {};
}

void ReleaseWatch::look() {
    if (const auto why = reason(); !why.empty()) {
        const auto release = std::move(m_release); // may destroy this
        release(why);
        return;
    }
    auto wait = kLook;
    if (m_rules.after > base::Duration{0}) {
        wait = std::min<base::Duration>(wait, m_since + m_rules.after - m_clock.steady());
    }
    m_timer = m_timers.after(wait, [this] { look(); });
}

} // namespace framehand::worker
