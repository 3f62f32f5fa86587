// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/sources/celery_envelope.h"

#include <string>
#include <string_view>
#include <vector>

namespace framehand::sources {

/// What a task's message must look like to be a job.
struct CeleryTaskRules {
    std::string task = "celery_worker.transcode_video_task"; ///< its name on the wire
    /// The names of the task's parameters, in the order of its definition. Four of them have a meaning: "input_name",
    /// "output_name", "resolution" and "format"; "resolution=size" says that the task calls this one "size". All others
    /// are skipped.
    std::vector<std::string> parameters{"input_name", "output_name", "resolution", "format"};
    std::string bucket = "videobucket"; ///< of inputs and outputs
};

/// The parameters as a setting has them: "input_name, output_name, resolution, format". InvalidArgument if input and
/// output are not among them, or one is named twice.
[[nodiscard]] base::Result<std::vector<std::string>> parse_celery_parameters(std::string_view text);

enum class CeleryFormat { Mp4, Hls, Dash };

/// The arguments of one call.
struct CeleryCall {
    std::string input_name;
    std::string output_name;
    std::string resolution; ///< as it was sent
    std::string format = "mp4";
    CeleryFormat kind = CeleryFormat::Mp4;
};

/// By position or by keyword. InvalidArgument names the parameter.
[[nodiscard]] base::Result<CeleryCall> read_celery_call(const CeleryEnvelope& envelope, const CeleryTaskRules& rules);

/// The job that such a call is: one H.264 picture (constant quality 23) and AAC at 128 kbit/s, as the original worker
/// makes them. "mp4": the file `output_name`. "hls" and "dash": segments of 10 s, flat beside the playlist or manifest
/// `output_name`. InvalidArgument names the parameter.
[[nodiscard]] base::Result<jobs::Job> celery_job(const CeleryCall& call, const CeleryTaskRules& rules,
                                                 const std::string& job_id);

/// ffmpeg's "W:H" as OutputRequest::resolution. A side that is -1 or -2 follows from the other; both, or "", mean the
/// size of the source. "1280x720" and "720p" are taken as they are. InvalidArgument.
[[nodiscard]] base::Result<std::string> celery_resolution(std::string_view text);

} // namespace framehand::sources
