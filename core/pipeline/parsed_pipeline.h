// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pipeline/gst.h"

#include <filesystem>
#include <string>

namespace framehand::pipeline {

/// Makes a pipeline of `text` (pipeline_text.h), which nothing has started yet: GStreamer parses it, then every element
/// in it, in bins too, is held against element_rules.h, and the marks of the two files become `input` and `output`.
/// What muxers put aside goes beside `output`. Errors, with PipelineFailure::Parse: InvalidArgument names the element
/// that is refused (and its property, where it is that), or has GStreamer's words; Unsupported names an element that is
/// allowed but not installed.
[[nodiscard]] base::Result<UniqueElement> parse_pipeline(const std::string& text, const std::filesystem::path& input,
                                                         const std::filesystem::path& output);

/// Whether a property that an element was given while the pipeline runs ("decodebin name=d d::x::location=...") should
/// have been refused.
[[nodiscard]] bool is_refused_property(GParamSpec* property);

} // namespace framehand::pipeline
