// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/progress_bar.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/jobs/job_state.h"

#include <string>
#include <vector>

namespace framehand::cli {

/// A job as the orchestrator tells it (`GET /api/v1/jobs/{id}`). Fields that are not told are empty.
struct JobView {
    struct Attempt {
        int number = 0;
        std::string worker_id;
        std::string outcome;
        std::string cause;
    };

    std::string job_id;
    jobs::JobState state = jobs::JobState::Queued;
    std::string source_url;
    std::string worker_id;
    ProgressView progress; ///< `progress.state` is a sentence for people
    std::string manifest_url;
    std::vector<std::string> notes; ///< what differs from what was asked for
    std::string error;
    std::string created_at;
    std::vector<Attempt> attempts;
};

/// CorruptData if the state or the id is missing.
[[nodiscard]] base::Result<JobView> job_view_from_json(const base::Json& json);

/// Why a job failed, all attempts: "attempt 1 on pc-1: ..." each on a line of its own.
[[nodiscard]] std::vector<std::string> causes_of(const JobView& job);

} // namespace framehand::cli
