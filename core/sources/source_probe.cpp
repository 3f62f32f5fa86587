// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/source_probe.h"

#include <utility>

namespace framehand::sources {

void SourceProbe::run(Done done) {
    m_done = std::move(done);
    m_timer = m_timers.after(kPatience, [this] {
        add(silence());
        m_state = State::Finished;
        answer();
    });
    begin();
}

void SourceProbe::add(SourceFinding finding) {
    if (m_state == State::Open) {
        m_findings.push_back(std::move(finding));
    }
}

void SourceProbe::finish() {
    if (std::exchange(m_state, State::Finished) == State::Open) {
        m_timer = m_timers.after(base::Duration{0}, [this] { answer(); });
    }
}

void SourceProbe::answer() {
    const auto timer = std::move(m_timer); // it is what calls
    const auto done = std::exchange(m_done, {});
    done(std::move(m_findings));
}

} // namespace framehand::sources
