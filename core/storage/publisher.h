// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/jobs/package_manifest.h"
#include "core/storage/staging_area.h"

#include <cstdint>
#include <optional>
#include <string>

namespace framehand::storage {

/// What to make visible: the files of `manifest`, which are staged and verified.
struct PublishRequest {
    const jobs::Job& job;
    const jobs::PackageManifest& manifest;
    StagedJob staged;
    std::uint64_t reserve_bytes = 0; ///< kept free at the destination, beside the result
};

/// A result that readers see.
struct Published {
    std::string url; ///< "/" and a path relative to the NAS root, or "s3://bucket/key"
    /// Why something that it replaced is still there; removed later.
    std::optional<base::Error> cleanup_error;
};

/// How results become visible, one implementation for each kind of result and place. A reader sees the complete old
/// result or the complete new one, whenever and wherever publish() is stopped; a journal of its own in the job's
/// staging folder makes that so.
///
/// Blocking: for worker threads. One call at a time for one job.
class Publisher {
public:
    virtual ~Publisher() = default;

    /// Whether the results of this job are published by it.
    [[nodiscard]] virtual bool takes(const jobs::Job& job) const = 0;

    /// Before the work begins, touching nothing: the destination is one that may be written, and has room for
    /// `reserve_bytes`. Errors name the field or the place.
    [[nodiscard]] virtual base::Status check(const jobs::Job& job, const jobs::PackageLayout& layout,
                                             std::uint64_t reserve_bytes) = 0;

    /// Publishes, or goes on where an earlier call was stopped; fine if all is published already. After an error the
    /// destination is as it was, or will be after take_back(). Unavailable, Timeout: later may be better.
    [[nodiscard]] virtual base::Result<Published> publish(const PublishRequest& request,
                                                          const base::CancelToken& cancel) = 0;

    /// Ends what publish() left in the staging folder of a job: takes back what nobody sees yet, finishes what is seen,
    /// and removes its journal. False where there was nothing to take back. Unavailable: the journal stays for the next
    /// try.
    [[nodiscard]] virtual base::Result<bool> take_back(const StagedJob& staged) = 0;
};

} // namespace framehand::storage
