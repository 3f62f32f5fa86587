// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/job_view.h"
#include "app/framehandctl/orchestrator_client.h"
#include "core/base/clock.h"
#include "core/ports/timers.h"

#include <functional>
#include <string>

namespace framehand::cli {

/// Follows a job to its end by asking for it again and again. Main thread only.
class JobWatcher {
public:
    struct Options {
        base::Duration interval{500};
        base::Duration patience{120'000}; ///< an orchestrator that is away for longer is given up
    };

    struct End {
        JobView view;
        base::Json job; ///< as the orchestrator told it
    };

    /// References must outlive this.
    JobWatcher(OrchestratorClient& orchestrator, ports::Timers& timers, const base::Clock& clock, Options options)
        : m_orchestrator(orchestrator), m_timers(timers), m_clock(clock), m_options(options) {}

    /// Returns when the job is COMPLETED, FAILED or CANCELLED. Cancelled if the token fires: the job itself goes on.
    [[nodiscard]] base::Result<End> watch(const std::string& job_id, const base::CancelToken& cancel,
                                          const std::function<void(const ProgressView&)>& on_progress);

private:
    OrchestratorClient& m_orchestrator;
    ports::Timers& m_timers;
    const base::Clock& m_clock;
    Options m_options;
};

} // namespace framehand::cli
