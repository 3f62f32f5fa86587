// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace framehand::sources {

/// The name of the source that speaks the worker protocol, and of every job from before there were others.
inline constexpr const char* kOrchestrator = "orchestrator";

/// A job in hand, as its source knows it: all that is needed to speak of it, also after a restart of the program.
struct Lease {
    std::string source = kOrchestrator; ///< name of the source that gave it
    std::string job_id; ///< unique among this worker's jobs; where a queue has none, the source makes one
    /// The source's number of this attempt, where it counts: a late outcome of an earlier one can then be told apart.
    std::optional<int> attempt;
    /// The source's own notes, UTF-8, up to 1 MiB: a payload, a delivery's tag, a token. Kept on disk and never shown.
    std::string ticket;

    bool operator==(const Lease&) const = default;
};

} // namespace framehand::sources
