// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/jobs/job.h"
#include "core/jobs/package_manifest.h"
#include "core/sources/job_source.h"

#include <cstdint>
#include <optional>
#include <string>

namespace framehand::worker {

/// What the worker must remember of its running job to go on after a restart.
struct JobRecord {
    enum class Phase {
        Transcode, ///< make the package, or what is still missing of it
        Commit,    ///< `manifest` is verified and staged: publish it
    };

    jobs::Job job;
    std::string package_id; ///< the same in every run, so that each finds what those before it have finished
    Phase phase = Phase::Transcode;
    std::optional<jobs::PackageManifest> manifest; ///< there in Phase::Commit
    sources::Lease lease;                          ///< its job_id is the job's
    base::WallTime started_at;                     ///< of the assignment
    std::uint64_t input_bytes = 0;                 ///< once the job was prepared; 0 while unknown
    int starts = 1; ///< how often this worker has begun or continued it; for people, not a limit

    bool operator==(const JobRecord&) const = default;
};

[[nodiscard]] base::Json to_json(const JobRecord& record);
/// CorruptData or InvalidArgument names the field.
[[nodiscard]] base::Result<JobRecord> job_record_from_json(const base::Json& json);

[[nodiscard]] base::Json to_json(const sources::JobOutcome& outcome);
[[nodiscard]] base::Result<sources::JobOutcome> outcome_from_json(const base::Json& json);

} // namespace framehand::worker
