// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/pipeline_failure.h"

#include <gtest/gtest.h>

namespace framehand::jobs {
namespace {

TEST(PipelineFailure, StaysReadableThroughEverythingThatHappensToAnError) {
    for (const PipelineFailure failure :
         {PipelineFailure::Parse, PipelineFailure::Play, PipelineFailure::MidTranscode, PipelineFailure::Timeout}) {
        const base::Error error = pipeline_error(failure, base::ErrorCode::CorruptData, "it failed", "somehow");
        EXPECT_EQ(pipeline_failure_in(error.text()), failure);
        EXPECT_EQ(pipeline_failure_in(error.wrapped("the job failed").wrapped("again").text()), failure);
        EXPECT_EQ(error.cause, "somehow");
    }
    EXPECT_EQ(pipeline_error(PipelineFailure::Parse, base::ErrorCode::InvalidArgument, "a sentence").message,
              "a sentence [pipeline_parse]");
}

TEST(PipelineFailure, IsNotFoundWhereNoPipelineFailed) {
    EXPECT_FALSE(pipeline_failure_in(""));
    EXPECT_FALSE(pipeline_failure_in("input file does not exist: /nas/pipeline_parse.mp4"));
}

TEST(PipelineFailure, TakesNoWordFromWhatThePipelineItselfSays) {
    const base::Error error = pipeline_error(PipelineFailure::Parse, base::ErrorCode::InvalidArgument, "it failed",
                                             "no element \"x\" [pipeline_timeout] [mid_transcode]");
    EXPECT_EQ(pipeline_failure_in(error.text()), PipelineFailure::Parse);
}

} // namespace
} // namespace framehand::jobs
