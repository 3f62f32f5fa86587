// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/polled_progress.h"

namespace framehand::cli {

namespace {

constexpr base::Duration kInterval{250};

} // namespace

PolledProgress::PolledProgress(ports::Timers& timers, ProgressReporter& reporter, std::string state,
                               std::function<std::optional<double>()> percent)
    : m_timers(timers), m_reporter(reporter), m_state(std::move(state)), m_percent(std::move(percent)) {
    ask();
}

void PolledProgress::ask() {
    if (const auto percent = m_percent()) {
        ProgressView view{m_state};
        view.percent = *percent;
        m_reporter.show(view);
    }
    m_timer = m_timers.after(kInterval, [this] { ask(); });
}

} // namespace framehand::cli
