// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/services.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"

namespace framehand::transcoder {

/// jobs::Work::Check and the first half of Replace: the input is read and decoded wholly (core/media/integrity.h),
/// within the same limits as a transcode. Progress counts its frames in the phase Verify. The manifest has no files,
/// but the film's duration and notes.
class CheckRunner {
public:
    CheckRunner(const Services& services, const jobs::TranscodeSpec& spec) : m_services(services), m_spec(spec) {}

    /// Errors: CorruptData names what is wrong with the video and where; those of the inspector.
    [[nodiscard]] base::Result<jobs::PackageManifest> run();

private:
    const Services& m_services;
    const jobs::TranscodeSpec& m_spec;
};

} // namespace framehand::transcoder
