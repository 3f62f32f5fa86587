// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/services.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"

#include <string>

namespace framehand::transcoder {

/// jobs::Work::Pipeline: runs the job's transcode_options with GStreamer (core/pipeline/pipeline_runner.h). The
/// manifest has one file, result_name(). Its content is what the pipeline makes: nobody promises that it is a video, so
/// nobody verifies it, but that it is there and not empty.
class PipelineJob {
public:
    PipelineJob(const Services& services, const jobs::TranscodeSpec& spec) : m_services(services), m_spec(spec) {}

    /// Errors: those of the pipeline runner, each with its jobs::PipelineFailure in the message; those of the disk.
    [[nodiscard]] base::Result<jobs::PackageManifest> run();

private:
    [[nodiscard]] base::Result<jobs::PackageFile> finished(const std::string& name) const;

    const Services& m_services;
    const jobs::TranscodeSpec& m_spec;
};

/// "result" with the extension of the target's file name: "result.mp4"; "result" where it has none that is plain
/// letters and digits.
[[nodiscard]] std::string result_name(const jobs::Job& job);

} // namespace framehand::transcoder
