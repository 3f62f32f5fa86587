// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/jobs/capabilities.h"
#include "core/jobs/job.h"

#include <string>

namespace framehand::test {

/// A job with one 720p rung of the given codec.
[[nodiscard]] jobs::Job sample_job(const std::string& id, const std::string& codec = "h264");

/// The body of a submission: sample_job() without a job_id.
[[nodiscard]] base::Json sample_submission();

/// What a machine with software encoding says of itself.
[[nodiscard]] jobs::WorkerCapabilities software_worker();

} // namespace framehand::test
