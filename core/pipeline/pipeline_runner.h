// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace framehand::pipeline {

/// One run of a pipeline.
struct PipelineRequest {
    std::string options;           ///< "transcode_options", see pipeline_text.h
    std::filesystem::path input;   ///< a local file, only read
    std::filesystem::path output;  ///< the file to be made
    std::filesystem::path scratch; ///< a folder for what muxers put aside meanwhile; `output` lies in it
    base::Duration patience = std::chrono::seconds(60); ///< most time without a sign of progress
};

/// How far it is.
struct PipelineProgress {
    double percent = 0;      ///< as its progressreport says, else as its clock does; 0 while nobody knows
    double media_sec = 0;    ///< 0 if unknown
    std::uint64_t bytes = 0; ///< of all files in the scratch folder
};

struct PipelineResult {
    double duration_sec = 0;        ///< of what went through, 0 if the pipeline does not say
    std::vector<std::string> notes; ///< its warnings, as sentences for people
};

/// Runs what somebody sent as a GStreamer pipeline: the text is parsed by GStreamer, every element of the result is
/// checked before anything runs (element_rules.h), and only then may it open the two files. Needs a process that is
/// already walled off: the check keeps honest mistakes out, the walls everything else.
///
/// GStreamer is set up with the first run of the process: no registry is read or written, nothing is searched for, no
/// process is started; only the plugins of element_rules.h are loaded, and of these only what is allowed stays known.
/// Call it before other threads read the environment. A build without GStreamer refuses with Unsupported.
class PipelineRunner {
public:
    /// About once a second, on the thread of run().
    using ProgressSink = std::function<void(const PipelineProgress&)>;

    /// `clock` must outlive the runner.
    explicit PipelineRunner(const base::Clock& clock) : m_clock(clock) {}

    /// Blocks until the output is whole. Time in which the process is stopped (SIGSTOP) is no time without progress.
    ///
    /// Errors carry a jobs::PipelineFailure: Parse with InvalidArgument ("transcode_options: the element fdsrc is not
    /// allowed") or Unsupported (an element or GStreamer is not installed); Play and MidTranscode with
    /// CorruptData; Timeout with Timeout. After that one the pipeline is left as it stands, for it may never let go:
    /// the process should end. Cancelled carries none.
    [[nodiscard]] base::Result<PipelineResult> run(const PipelineRequest& request, const ProgressSink& progress,
                                                   const base::CancelToken& cancel);

private:
    const base::Clock& m_clock;
};

} // namespace framehand::pipeline
