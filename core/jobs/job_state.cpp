// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job_state.h"

#include <array>
#include <utility>

namespace framehand::jobs {

namespace {

constexpr std::array<std::pair<JobState, std::string_view>, 5> kNames{{{JobState::Queued, "QUEUED"},
                                                                       {JobState::Processing, "PROCESSING"},
                                                                       {JobState::Completed, "COMPLETED"},
                                                                       {JobState::Failed, "FAILED"},
                                                                       {JobState::Cancelled, "CANCELLED"}}};

} // namespace

std::string_view to_string(JobState state) {
    for (const auto& [value, name] : kNames) {
        if (value == state) {
            return name;
        }
    }
    return "QUEUED";
}

std::optional<JobState> job_state_from_string(std::string_view text) {
    for (const auto& [value, name] : kNames) {
        if (name == text) {
            return value;
        }
    }
    return std::nullopt;
}

bool can_move(JobState from, JobState to) {
    switch (from) {
    case JobState::Queued:
        // A late COMPLETED or FAILED of a worker that had lost its lease finds the job back in the queue.
        return to != JobState::Queued;
    case JobState::Processing:
        return to != JobState::Processing;
    case JobState::Failed:
    case JobState::Cancelled:
        return to == JobState::Queued;
    case JobState::Completed:
        return false;
    }
    return false;
}

bool is_terminal(JobState state) {
    return state != JobState::Queued && state != JobState::Processing;
}

} // namespace framehand::jobs
