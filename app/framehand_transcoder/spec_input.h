// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/lifeline.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"

namespace framehand::transcoder {

/// The job spec on the first line of the input. InvalidArgument names the field.
[[nodiscard]] base::Result<jobs::TranscodeSpec> read_spec(Lifeline& input);

/// Cores to plan for: what the spec says, else all.
[[nodiscard]] int threads_of(const jobs::TranscodeSpec& spec, int cores);

} // namespace framehand::transcoder
