// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/pipeline_failure.h"
#include "core/pipeline/pipeline_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::pipeline {
namespace {

TEST(WithoutGStreamer, EveryPipelineIsRefusedWithTheReason) {
    const base::SystemClock clock;
    const auto result = PipelineRunner(clock).run({"videoconvert ! x264enc", "a", "b", "."}, {}, {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(result.error().message, testing::HasSubstr("without GStreamer"));
    EXPECT_EQ(jobs::pipeline_failure_in(result.error().text()), jobs::PipelineFailure::Parse);
}

} // namespace
} // namespace framehand::pipeline
