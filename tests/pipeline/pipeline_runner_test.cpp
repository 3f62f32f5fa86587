// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/pipeline_failure.h"
#include "core/pipeline/pipeline_runner.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::pipeline {
namespace {

using jobs::PipelineFailure;
using testing::HasSubstr;

class Pipelines : public testing::Test {
protected:
    base::Result<PipelineResult> run(const std::string& options) {
        request.options = options;
        return PipelineRunner(clock).run(
            request, [this](const PipelineProgress& progress) { told.push_back(progress); }, cancel.token());
    }

    base::Error failure_of(const std::string& options) {
        const auto result = run(options);
        EXPECT_FALSE(result) << options;
        return result ? base::Error{} : result.error();
    }

    [[nodiscard]] bool has_output() const {
        return std::filesystem::exists(request.output) && std::filesystem::file_size(request.output) > 0;
    }

    test::TempFolder folder;
    base::SystemClock clock;
    base::CancelSource cancel;
    std::vector<PipelineProgress> told;
    PipelineRequest request{"", FRAMEHAND_TEST_MEDIA "/phone-240p-vfr.mp4", folder.path() / "result.mp4",
                            folder.path()};
};

TEST_F(Pipelines, MakeTheFileThatPlainOptionsAskFor) {
    const auto result = run("videoconvert ! videoscale ! video/x-raw,width=64,height=48 ! x264enc "
                            "speed-preset=ultrafast ! mp4mux faststart=true");
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_NEAR(result->duration_sec, 15.5, 0.2);
    EXPECT_EQ(folder.read("result.mp4").substr(4, 4), "ftyp");
    EXPECT_LT(folder.read("result.mp4").find("moov"), folder.read("result.mp4").find("mdat"));
}

TEST_F(Pipelines, RunWholePipelinesWithSoundAndBins) {
    const auto result = run("filesrc location={{input_file}} ! decodebin name=d "
                            "d. ! queue ! ( videoconvert ! videoscale ) ! video/x-raw,width=64,height=48 ! "
                            "x264enc speed-preset=ultrafast ! mux. "
                            "d. ! queue ! audioconvert ! audioresample ! avenc_aac ! mux. "
                            "matroskamux name=mux ! {{progress}} ! filesink location={{output_file}}");
    ASSERT_TRUE(result) << result.error().text();
    const std::string file = folder.read("result.mp4");
    EXPECT_NE(file.find("V_MPEG4/ISO/AVC"), std::string::npos);
    EXPECT_NE(file.find("A_AAC"), std::string::npos);
}

TEST_F(Pipelines, RefuseEveryElementThatReachesSomethingElse) {
    folder.write("secret", "secret");
    const std::string secret = (folder.path() / "secret").string();
    const std::vector<std::pair<std::string, std::string>> refused = {
        {"filesrc location=" + secret + " ! filesink location={{output_file}}", "the element filesrc is not allowed"},
        {"filesrc location={{input_file}} ! tee name=t ! filesink location={{output_file}} t. ! filesink location=" +
             secret,
         "the element filesink is not allowed"},
        {"file://" + secret + " ! filesink location={{output_file}}", "the element filesrc is not allowed"},
        {"filesrc location=" + secret + "{{input_file}} ! filesink location={{output_file}}",
         "the element filesrc is not allowed"},
        {"fdsrc fd=0 ! filesink location={{output_file}}", "the element fdsrc is not allowed"},
        {"identity ! fdsink fd=1", "the element fdsink is not allowed"},
        {"souphttpsrc location=http://127.0.0.1/ ! identity", "the element souphttpsrc is not allowed"},
        {"videoconvert ! udpsink host=127.0.0.1", "the element udpsink is not allowed"},
        {"uridecodebin uri=file://" + secret + " ! videoconvert", "the element uridecodebin is not allowed"},
        {"identity ! bin.( fakesink multifilesink location=" + secret + " )",
         "the element multifilesink is not allowed"},
        {"playbin.( identity )", "the element playbin is not allowed"},
        {"no-such-thing", "the element no-such-thing is not allowed"},
        {"videoconvert ! x264enc multipass-cache-file=" + secret,
         "the property multipass-cache-file of the element x264enc is not allowed"},
        {"videoconvert ! x264enc ! mp4mux faststart=true faststart-file=" + secret,
         "the property faststart-file of the element mp4mux is not allowed"},
        {"( videoconvert ! x264enc option-string=\"ref=1:stats=" + secret + "\" )",
         "the option stats in the property option-string of the element x264enc is not allowed"}};
    for (const auto& [options, sentence] : refused) {
        const base::Error error = failure_of(options);
        EXPECT_THAT(error.message, HasSubstr("transcode_options: " + sentence)) << options;
        EXPECT_EQ(error.code, base::ErrorCode::InvalidArgument) << options;
        EXPECT_EQ(jobs::pipeline_failure_in(error.text()), PipelineFailure::Parse) << options;
        EXPECT_FALSE(has_output()) << options;
    }
    EXPECT_EQ(folder.read("secret"), "secret");
}

TEST_F(Pipelines, SayWhatCannotBeRead) {
    for (const char* options : {"videoconvert ! ! x264enc", "audioconvert ! x264enc", "x264enc no-such-property=1",
                                "videoconvert ! video/x-raw,width=( ! x264enc", "a. ! b."}) {
        const base::Error error = failure_of(options);
        EXPECT_EQ(jobs::pipeline_failure_in(error.text()), PipelineFailure::Parse) << options << ": " << error.text();
        EXPECT_FALSE(error.cause.empty() && error.message.empty()) << options;
    }
    EXPECT_THAT(failure_of("filesrc location={{input_file}} ! fakesink").message,
                HasSubstr("nothing writes {{output_file}}"));
    EXPECT_THAT(failure_of("identity ! filesink location={{output_file}}").message,
                HasSubstr("nothing reads {{input_file}}"));
    EXPECT_THAT(failure_of("filesrc location={{input_file}} ! tee name=t ! filesink location={{output_file}} "
                           "t. ! filesink location={{output_file}}")
                    .message,
                HasSubstr("more than once"));
}

TEST_F(Pipelines, SayThatTheyDoNotBegin) {
    request.input = folder.path() / "is-not-there";
    EXPECT_EQ(jobs::pipeline_failure_in(failure_of("videoconvert ! x264enc").text()), PipelineFailure::Play);
}

TEST_F(Pipelines, SayThatTheyFailedInTheMiddle) {
    folder.write("noise", std::string(100'000, 'x'));
    request.input = folder.path() / "noise";
    const base::Error error = failure_of("videoconvert ! x264enc");
    EXPECT_EQ(jobs::pipeline_failure_in(error.text()), PipelineFailure::MidTranscode);
    EXPECT_FALSE(error.cause.empty());
    EXPECT_EQ(
        jobs::pipeline_failure_in(
            failure_of(
                "filesrc location={{input_file}} ! identity drop-probability=1.0 ! filesink location={{output_file}}")
                .text()),
        PipelineFailure::MidTranscode)
        << "a pipeline that makes nothing has failed";
}

TEST_F(Pipelines, AreEndedWhenTheyStandStill) {
    request.patience = std::chrono::seconds(2);
    const base::Error error =
        failure_of("filesrc location={{input_file}} ! decodebin ! identity sync=true ts-offset=3600000000000 ! "
                   "videoconvert ! x264enc ! {{progress}} ! filesink location={{output_file}}");
    EXPECT_EQ(error.code, base::ErrorCode::Timeout);
    EXPECT_THAT(error.message, HasSubstr("the pipeline makes no progress for 2 s"));
    EXPECT_EQ(jobs::pipeline_failure_in(error.text()), PipelineFailure::Timeout);
}

TEST_F(Pipelines, TellHowFarTheyAre) {
    const auto result = run("filesrc location={{input_file}} ! decodebin ! videoconvert ! identity sync=true "
                            "ts-offset=-12500000000 ! videoconvert ! x264enc speed-preset=ultrafast tune=zerolatency ! "
                            "{{progress}} ! filesink location={{output_file}}");
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_GE(told.size(), 2U);
    for (std::size_t i = 1; i < told.size(); ++i) {
        EXPECT_GE(told[i].percent, told[i - 1].percent);
    }
    EXPECT_GT(told.back().percent, 50);
    EXPECT_LE(told.back().percent, 100);
    EXPECT_GT(told.back().bytes, 0U);
}

TEST_F(Pipelines, StopWhenTheyAreCancelled) {
    cancel.cancel();
    EXPECT_EQ(failure_of("videoconvert ! x264enc").code, base::ErrorCode::Cancelled);
}

} // namespace
} // namespace framehand::pipeline
