// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/jobs/job.h"

#include <functional>

namespace framehand::orchestrator {

/// Says how a job would be done without doing it, by asking framehand-transcoder.
class Planner {
public:
    using Done = std::function<void(base::Result<base::Json>)>;

    virtual ~Planner() = default;

    /// Called on the orchestrator's thread; returns at once. `done` gets the plan (its list member `notes`, if there is
    /// one, is shown to people), exactly once, on any thread, also after the orchestrator stopped.
    virtual void plan(const jobs::Job& job, Done done) = 0;
};

} // namespace framehand::orchestrator
