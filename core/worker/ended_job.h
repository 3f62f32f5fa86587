// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::worker {

/// One job that ended on this machine, for its history.
struct EndedJob {
    enum class State {
        Completed,
        Failed,
        Cancelled, ///< somebody cancelled it, or another worker has it now
        Returned,  ///< given back to its source unfinished
    };

    /// What `duration` counts.
    enum class Counted {
        Work, ///< without the pauses
        Wall, ///< from the assignment to the end: earlier runs of the program had a part in it
    };

    std::string job_id;
    std::optional<int> attempt; ///< the source's number of it, where it counts
    /// With the two above what makes an end one and the same, however often it is told.
    base::WallTime started_at; ///< of the assignment; the epoch for one that could not be read
    base::WallTime ended_at;
    State state = State::Failed;
    std::string input;        ///< source_url; "" for an assignment that could not be read
    std::string output;       ///< folder of the package relative to the NAS root
    std::string manifest_url; ///< of a completed job: "/" and the path relative to the NAS root
    base::Duration duration{0};
    Counted counted = Counted::Work;
    double speed = 0;               ///< the film's length over `duration`; 0 if unknown
    std::uint64_t input_bytes = 0;  ///< 0 if unknown
    std::uint64_t output_bytes = 0; ///< of all files of the package; 0 where there is none
    std::vector<std::string> rungs; ///< made, or else asked for
    std::optional<base::Error> error;

    bool operator==(const EndedJob&) const = default;
};

/// "COMPLETED", "FAILED", "CANCELLED", "RETURNED": part of the local API and of the history's file.
[[nodiscard]] std::string_view to_string(EndedJob::State state);
[[nodiscard]] std::optional<EndedJob::State> ended_state_from_string(std::string_view text);

/// "movies/Sintel (2010).mkv" -> "Sintel (2010)". Never empty if `path` is not.
[[nodiscard]] std::string title_of(std::string_view path);

} // namespace framehand::worker
