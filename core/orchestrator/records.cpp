// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/records.h"

#include <array>
#include <utility>

namespace framehand::orchestrator {

namespace {

constexpr std::array<std::pair<AttemptOutcome, std::string_view>, 6> kOutcomes{
    {{AttemptOutcome::Open, "OPEN"},
     {AttemptOutcome::Completed, "COMPLETED"},
     {AttemptOutcome::Failed, "FAILED"},
     {AttemptOutcome::Lost, "LOST"},
     {AttemptOutcome::Cancelled, "CANCELLED"},
     {AttemptOutcome::Superseded, "SUPERSEDED"}}};

} // namespace

std::string_view to_string(AttemptOutcome outcome) {
    for (const auto& [value, name] : kOutcomes) {
        if (value == outcome) {
            return name;
        }
    }
    return "OPEN";
}

AttemptOutcome attempt_outcome_from_string(std::string_view text) {
    for (const auto& [value, name] : kOutcomes) {
        if (name == text) {
            return value;
        }
    }
    return AttemptOutcome::Open;
}

std::string_view to_string(WorkerStatus status) {
    return status == WorkerStatus::Idle ? "IDLE" : "BUSY";
}

std::optional<WorkerStatus> worker_status_from_string(std::string_view text) {
    if (text == "IDLE") {
        return WorkerStatus::Idle;
    }
    if (text == "BUSY") {
        return WorkerStatus::Busy;
    }
    return std::nullopt;
}

} // namespace framehand::orchestrator
