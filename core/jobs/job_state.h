// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace framehand::jobs {

/// The life of a job at the orchestrator:
///
///     QUEUED -> PROCESSING -> COMPLETED
///       ^           |-------> FAILED      (after the last attempt)
///       |-----------'                     (lease lost, or an attempt failed and one is left)
///     QUEUED -> COMPLETED | FAILED        (the late word of a worker that had lost its lease)
///     QUEUED | PROCESSING -> CANCELLED;  FAILED | CANCELLED -> QUEUED (retry)
///
/// COMPLETED is final.
enum class JobState { Queued, Processing, Completed, Failed, Cancelled };

/// "QUEUED", ...: as the API and the store spell it.
[[nodiscard]] std::string_view to_string(JobState state);
[[nodiscard]] std::optional<JobState> job_state_from_string(std::string_view text);

[[nodiscard]] bool can_move(JobState from, JobState to);
/// True for COMPLETED, FAILED, CANCELLED.
[[nodiscard]] bool is_terminal(JobState state);

} // namespace framehand::jobs
