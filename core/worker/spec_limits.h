// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/transcode_protocol.h"
#include "core/settings/settings.h"

namespace framehand::worker {

/// What a transcode may cost and reach, as the settings say.
struct SpecLimits {
    jobs::TranscodeLimits limits;
    jobs::Confinement confinement = jobs::Confinement::Sandbox;

    [[nodiscard]] static SpecLimits from(const settings::Settings& settings);

    /// Writes them into a spec.
    void apply(jobs::TranscodeSpec& spec) const;
};

} // namespace framehand::worker
