// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/pipeline_failure.h"

#include <array>
#include <utility>

namespace framehand::jobs {

namespace {

constexpr std::array kAll = {PipelineFailure::Parse, PipelineFailure::Play, PipelineFailure::MidTranscode,
                             PipelineFailure::Timeout};

std::string mark_of(PipelineFailure failure) {
    return "[" + std::string(to_string(failure)) + "]";
}

} // namespace

std::string_view to_string(PipelineFailure failure) {
    switch (failure) {
    case PipelineFailure::Parse:
        return "pipeline_parse";
    case PipelineFailure::Play:
        return "pipeline_play";
    case PipelineFailure::MidTranscode:
        return "mid_transcode";
    case PipelineFailure::Timeout:
        break;
    }
    return "pipeline_timeout";
}

base::Error pipeline_error(PipelineFailure failure, base::ErrorCode code, const std::string& message,
                           std::string cause) {
    return {code, message + " " + mark_of(failure), std::move(cause)};
}

std::optional<PipelineFailure> pipeline_failure_in(std::string_view text) {
    // The first mark is ours: what follows may quote the pipeline.
    std::optional<PipelineFailure> found;
    std::size_t first = std::string_view::npos;
    for (const PipelineFailure failure : kAll) {
        if (const std::size_t at = text.find(mark_of(failure)); at < first) {
            first = at;
            found = failure;
        }
    }
    return found;
}

} // namespace framehand::jobs
