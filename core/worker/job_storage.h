// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/jobs/package_manifest.h"
#include "core/ports/range_reader.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace framehand::worker {

/// Where a job's input is, and where its result is to be made.
struct PreparedJob {
    std::filesystem::path input; ///< absolute; "" where the input is read in ranges
    std::unique_ptr<ports::RangeReader> ranges;
    std::uint64_t input_bytes = 0;
    std::filesystem::path package_dir; ///< local folder; holds what an earlier run for the same package has made
    jobs::PackageLayout layout;
};

struct CommittedJob {
    std::string manifest_url; ///< as in sources::JobOutcome
    std::string cleanup_note; ///< why something is left to remove, "" if nothing is
};

/// The blocking steps of a job on disks and shares. One call at a time, on any thread.
class JobStorage {
public:
    virtual ~JobStorage() = default;

    /// Ends what earlier jobs left half done and checks that the share answers. What belongs to `running_job_id` is
    /// left alone ("" for none); so is what this version cannot read, after a word in the log. An error says why no
    /// job can be done now.
    [[nodiscard]] virtual base::Status make_ready(const std::string& running_job_id) = 0;

    /// Finds the input, checks the destination and the free space, and makes the staging folder. What an earlier call
    /// for the very same job and package id staged is kept in it; anything else is removed. Nothing appears at the
    /// destination. NotFound "input file does not exist: <path>".
    [[nodiscard]] virtual base::Result<PreparedJob> prepare(const jobs::Job& job, const std::string& package_id,
                                                            const base::CancelToken& cancel) = 0;

    /// Publishes the staged package; continues where an earlier call was stopped. After an error the staged package is
    /// still there. Unavailable: the share is away, and trying again later can help.
    [[nodiscard]] virtual base::Result<CommittedJob> commit(const jobs::Job& job, const jobs::PackageManifest& manifest,
                                                            const base::CancelToken& cancel) = 0;

    /// Removes all that is left of a job, and takes back a commit that nobody sees yet. What cannot be removed now is
    /// removed by a later make_ready().
    [[nodiscard]] virtual base::Status discard(const std::string& job_id) = 0;
};

} // namespace framehand::worker
