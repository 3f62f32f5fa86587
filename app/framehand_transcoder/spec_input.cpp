// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/spec_input.h"

#include <algorithm>

namespace framehand::transcoder {

base::Result<jobs::TranscodeSpec> read_spec(Lifeline& input) {
    FH_ASSIGN(const std::string line, input.read_line());
    FH_ASSIGN(const base::Json json, base::parse_json(line, "job spec"));
    auto spec = jobs::transcode_spec_from_json(json);
    if (!spec) {
        // Whatever its own code: a spec that cannot be read is the caller's mistake.
        return base::fail(base::ErrorCode::InvalidArgument, "job spec: " + spec.error().message, spec.error().cause);
    }
    return spec;
}

int threads_of(const jobs::TranscodeSpec& spec, int cores) {
    return std::max(1, spec.threads > 0 ? spec.threads : cores);
}

} // namespace framehand::transcoder
