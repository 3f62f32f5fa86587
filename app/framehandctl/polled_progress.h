// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/progress_reporter.h"
#include "core/ports/timers.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::cli {

/// Shows how far blocking work of another thread is, by asking a few times a second for as long as it lives. Main
/// thread only.
class PolledProgress {
public:
    /// `percent` is called on the main thread; nothing means that there is nothing to show yet.
    PolledProgress(ports::Timers& timers, ProgressReporter& reporter, std::string state,
                   std::function<std::optional<double>()> percent);

private:
    void ask();

    ports::Timers& m_timers;
    ProgressReporter& m_reporter;
    std::string m_state;
    std::function<std::optional<double>()> m_percent;
    std::unique_ptr<ports::Timer> m_timer;
};

} // namespace framehand::cli
