// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/spec_limits.h"

namespace framehand::worker {

SpecLimits SpecLimits::from(const settings::Settings& settings) {
    SpecLimits made;
    made.limits.memory_bytes = settings.transcode_memory_limit;
    made.limits.max_pixels = settings.max_source_pixels;
    made.limits.max_duration = settings.max_source_duration;
    made.limits.inspect_time = settings.inspect_timeout;
    made.confinement = settings.transcode_sandbox == settings::TranscodeSandbox::On ? jobs::Confinement::Sandbox
                                                                                    : jobs::Confinement::None;
    return made;
}

void SpecLimits::apply(jobs::TranscodeSpec& spec) const {
    spec.limits = limits;
    spec.confinement = confinement;
}

} // namespace framehand::worker
