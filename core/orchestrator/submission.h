// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/jobs/job.h"

#include <string>

namespace framehand::orchestrator {

/// What somebody asks for with POST /api/v1/jobs.
struct Submission {
    enum class Mode { Queue, DryRun };

    jobs::Job job;
    int priority = 0; ///< -100 to 100, higher goes first
    Mode mode = Mode::Queue;
};

/// Reads and checks the body: a job as jobs::job_from_json() reads it, where job_id may be missing (one is made) and
/// each output's bitrate too, and optionally `priority` and `dry_run`. InvalidArgument names the field: also for paths
/// that leave the NAS root, so that nothing is queued that every worker would have to refuse.
[[nodiscard]] base::Result<Submission> read_submission(base::Json body);

/// "job-" and 16 random hex digits.
[[nodiscard]] std::string new_job_id();

} // namespace framehand::orchestrator
