// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace framehand::jobs {

/// In which step a job of Work::Pipeline failed. The names are what the clients of the RabbitMQ source read as
/// "error_type".
enum class PipelineFailure {
    Parse,        ///< "pipeline_parse": transcode_options cannot be read, or ask for what is not allowed or not here
    Play,         ///< "pipeline_play": the pipeline does not begin
    MidTranscode, ///< "mid_transcode": it began and failed
    Timeout,      ///< "pipeline_timeout": it stood still
};

[[nodiscard]] std::string_view to_string(PipelineFailure failure);

/// An Error that carries the step with it: its message ends with the name in brackets, "transcode_options: the element
/// fdsrc is not allowed [pipeline_parse]". It stays readable through Error::wrapped(), Error::text(), JSON and every
/// sentence that is made of the text.
[[nodiscard]] base::Error pipeline_error(PipelineFailure failure, base::ErrorCode code, const std::string& message,
                                         std::string cause = {});

/// The step that a failure's text names; nothing where the failure was not the pipeline's ("unknown" to clients).
[[nodiscard]] std::optional<PipelineFailure> pipeline_failure_in(std::string_view text);

} // namespace framehand::jobs
