// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace framehand::sources {

/// The library that keeps a queue. Their keys begin alike and mean different things.
enum class BullKind {
    BullMq, ///< BullMQ, by the scripts of version 6; producers of versions 3 to 6
    Bull,   ///< Bull 4
};

/// "bullmq", "bull": as tickets and scripts call them.
[[nodiscard]] std::string_view to_string(BullKind kind);
/// For people: "BullMQ", "Bull".
[[nodiscard]] std::string_view title_of(BullKind kind);

/// The most attempts of a job that are counted.
inline constexpr std::int64_t kMostBullAttempts = 1'000'000'000;

/// A job as its queue keeps it: the hash `<prefix>:<queue>:<id>`.
struct BullJob {
    std::string id;
    base::Json data;                ///< what the producer gave; null where that is no JSON
    base::Json opts;                ///< an object; {} where that is none
    std::int64_t attempts_made = 0; ///< that ended before this one, 0 to kMostBullAttempts
    std::string deferred_failure;   ///< not empty: it is to fail at once, for this reason (it stalled too often)
    base::Json stacktrace;          ///< an array of texts, one of each failed attempt
};

/// Reads the names of both libraries ("atm" and "attemptsMade"). What is missing or of the wrong form is empty: the
/// job's owner decides what it needs.
[[nodiscard]] BullJob bull_job(std::string id, const std::vector<std::pair<std::string, std::string>>& fields);

} // namespace framehand::sources
