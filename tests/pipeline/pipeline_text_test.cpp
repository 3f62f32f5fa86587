// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/pipeline_failure.h"
#include "core/pipeline/pipeline_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::pipeline {
namespace {

using testing::HasSubstr;

base::Error refusal_of(std::string_view options) {
    const auto text = launch_text(options);
    EXPECT_FALSE(text) << options;
    return text ? base::Error{} : text.error();
}

TEST(PipelineText, PutsPlainOptionsBetweenTheDecoderAndTheFile) {
    EXPECT_EQ(launch_text("videoconvert ! x264enc").value(),
              "filesrc location=framehand-input ! decodebin ! videoconvert ! x264enc ! "
              "progressreport update-freq=1 silent=true ! filesink location=framehand-output");
}

TEST(PipelineText, FillsInThePlaceholdersOfAWholePipeline) {
    EXPECT_EQ(
        launch_text("filesrc location=\"{{input_file}}\" ! {{progress}} ! filesink location={{output_file}}").value(),
        "filesrc location=\"framehand-input\" ! progressreport update-freq=1 silent=true ! "
        "filesink location=framehand-output");
}

TEST(PipelineText, RefusesWhatIsNoPlaceholder) {
    EXPECT_THAT(refusal_of("filesrc location={{input_file}} ! {{secret}} ! fakesink").message,
                HasSubstr("\"{{secret\" begins none of the placeholders"));
    EXPECT_THAT(refusal_of("a ! {{").message, HasSubstr("\"{{\" begins none"));
}

TEST(PipelineText, RefusesWhatIsNoText) {
    EXPECT_THAT(refusal_of(" \n").message, HasSubstr("transcode_options: are empty"));
    EXPECT_THAT(refusal_of(std::string_view("identity\0 ! x", 13)).message, HasSubstr("no text"));
    EXPECT_THAT(refusal_of(std::string(70'000, 'x')).message, HasSubstr("64 KiB"));
    EXPECT_EQ(jobs::pipeline_failure_in(refusal_of("").text()), jobs::PipelineFailure::Parse);
}

} // namespace
} // namespace framehand::pipeline
