// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace framehand::pipeline {

/// What stands for the job's files in the text that GStreamer parses: the location of a filesrc or filesink. No path is
/// ever part of the text; the paths are set once the parsed elements are checked.
inline constexpr std::string_view kInputMark = "framehand-input";
inline constexpr std::string_view kOutputMark = "framehand-output";

/// The whole pipeline that "transcode_options" mean. With "{{" in them they are one, with the placeholders
/// {{input_file}}, {{output_file}} and {{progress}}; else they are what stands between decodebin and the file:
///
///     filesrc ! decodebin ! OPTIONS ! progressreport ! filesink
///
/// Errors, with jobs::PipelineFailure::Parse: no options, too long, a character that is no text, an unknown
/// placeholder. Whether the rest is a pipeline is GStreamer's to say.
[[nodiscard]] base::Result<std::string> launch_text(std::string_view options);

} // namespace framehand::pipeline
