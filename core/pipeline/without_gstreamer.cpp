// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/pipeline_failure.h"
#include "core/pipeline/pipeline_runner.h"

namespace framehand::pipeline {

base::Result<PipelineResult> PipelineRunner::run(const PipelineRequest& /*request*/, const ProgressSink& /*progress*/,
                                                 const base::CancelToken& /*cancel*/) {
    (void)m_clock;
    return jobs::pipeline_error(jobs::PipelineFailure::Parse, base::ErrorCode::Unsupported,
                                "transcode_options: this framehand-transcoder was built without GStreamer");
}

} // namespace framehand::pipeline
