// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/transcoder.h"

#include "core/media/pipeline.h"

namespace framehand::media {

Transcoder::Transcoder(ports::FileSystem& file_system, const base::Clock& clock)
    : m_file_system(file_system), m_clock(clock) {
}

base::Result<TranscodeOutput> Transcoder::run(const jobs::TranscodeSpec& spec, const Plan& plan,
                                              const ProgressSink& progress, const base::CancelToken& cancel) {
    if (!plan.video && !plan.audio) {
        return base::fail(base::ErrorCode::InvalidArgument, "the plan makes nothing");
    }
    if (plan.video && plan.video->rungs.size() != spec.layout.rung_dirs.size()) {
        return base::fail(base::ErrorCode::InvalidArgument, "the plan and the layout differ in the number of outputs");
    }
    Pipeline pipeline(m_file_system, m_clock, spec, plan, progress);
    return pipeline.run(cancel);
}

} // namespace framehand::media
