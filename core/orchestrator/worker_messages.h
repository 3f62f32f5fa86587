// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/orchestrator/dispatcher.h"
#include "core/orchestrator/router.h"

#include <string>

namespace framehand::orchestrator {

/// The bodies of the worker protocol, read and checked. Unknown fields are ignored; InvalidArgument names the field
/// that is wrong. Where a body has no worker_id the X-Worker-ID header stands in.

struct Registration {
    std::string worker_id;
    jobs::WorkerCapabilities capabilities;
};

struct ProgressReport {
    std::string worker_id;
    ProgressUpdate update;
};

[[nodiscard]] base::Result<Registration> read_registration(const RoutedRequest& request);
[[nodiscard]] base::Result<SyncRequest> read_sync(const RoutedRequest& request);
[[nodiscard]] base::Result<ProgressReport> read_progress(const RoutedRequest& request);
/// Besides the protocol's fields `attempt` (a number, as the assignment gave it) and `given_back` (with FAILED: the
/// owner needs the machine; nobody's fault) are understood.
[[nodiscard]] base::Result<FinalizeReport> read_finalize(const RoutedRequest& request);

} // namespace framehand::orchestrator
