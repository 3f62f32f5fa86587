// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/jobs/pipeline_failure.h"
#include "core/sources/rabbitmq_job.h"
#include "core/sources/rabbitmq_messages.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

const std::string kKeys = R"({"job_id": "job1", "input_key": "in/a film.mp4", "output_key": "out/a.mp4",
                              "transcode_options": "videoconvert ! x264enc", "more": [1]})";
const std::string kPaths = R"({"job_id": "job2", "input_s3_path": "in/b.mp4", "output_s3_path": "out/b.mp4",
                               "transcode_options": "filesrc location={{input_file}} ! filesink location={{output_file}}"})";
constexpr base::WallTime kNow{base::Duration{1'790'000'000'123}};

JobOutcome completed(const std::string& body) {
    JobOutcome outcome;
    outcome.lease = *rabbitmq_lease_of(body);
    outcome.manifest_url = "s3://films/out/a.mp4";
    return outcome;
}

JobOutcome failed(const std::string& body, const std::string& message, FailedStep step = FailedStep::Transcode) {
    JobOutcome outcome;
    outcome.lease = *rabbitmq_lease_of(body);
    outcome.error_message = message;
    outcome.failed_step = step;
    return outcome;
}

base::Json result_of(const JobOutcome& outcome) {
    return *base::parse_json(rabbitmq_result(outcome, *rabbitmq_ticket_from(outcome.lease.ticket), "w1", kNow), "");
}

TEST(RabbitMqMessages, ReadTheFieldsOfBothFlavours) {
    const auto keys = read_rabbitmq_message(kKeys);
    ASSERT_TRUE(keys);
    EXPECT_EQ(keys->job_id, "job1");
    EXPECT_EQ(keys->flavour, RabbitMqFlavour::Keys);
    EXPECT_EQ(keys->input, "in/a film.mp4");
    EXPECT_EQ(keys->output, "out/a.mp4");
    EXPECT_EQ(keys->options, "videoconvert ! x264enc");
    const auto paths = read_rabbitmq_message(kPaths);
    ASSERT_TRUE(paths);
    EXPECT_EQ(paths->flavour, RabbitMqFlavour::S3Paths);
    EXPECT_EQ(paths->input, "in/b.mp4");
    EXPECT_EQ(paths->output, "out/b.mp4");
}

TEST(RabbitMqMessages, BecomePipelineJobsBetweenObjectsOfTheBucket) {
    const auto job = job_of(*read_rabbitmq_message(kKeys), "films");
    EXPECT_EQ(job.job_id, "job1");
    EXPECT_EQ(job.work, jobs::Work::Pipeline);
    EXPECT_EQ(job.input.source_url, "s3://films/in/a film.mp4");
    ASSERT_TRUE(job.file);
    EXPECT_EQ(job.file->path, "s3://films/out/a.mp4");
    EXPECT_EQ(job.pipeline, "videoconvert ! x264enc");
    EXPECT_TRUE(job.outputs.empty());
}

TEST(RabbitMqMessages, ThatCannotBeReadNameTheField) {
    const auto error_of = [](const std::string& body) {
        const auto message = read_rabbitmq_message(body);
        EXPECT_FALSE(message) << body;
        return message ? std::string() : message.error().text();
    };
    EXPECT_NE(error_of("not json").find("the message"), std::string::npos);
    EXPECT_FALSE(error_of("[1, 2]").empty());
    EXPECT_FALSE(error_of("").empty());
    EXPECT_NE(error_of(R"({"job_id": 1})").find("job_id"), std::string::npos);
    EXPECT_NE(error_of(R"({"job_id": "a", "output_key": "o", "transcode_options": ""})").find("input_key"),
              std::string::npos);
    EXPECT_NE(
        error_of(R"({"job_id": "a", "input_key": "i", "output_key": "", "transcode_options": ""})").find("output_key"),
        std::string::npos);
    EXPECT_NE(error_of(R"({"job_id": "a", "input_s3_path": "i", "output_key": "o"})").find("output_s3_path"),
              std::string::npos);
    EXPECT_NE(error_of(R"({"job_id": "a", "input_key": "i", "output_key": "o"})").find("transcode_options"),
              std::string::npos);
    EXPECT_NE(error_of(R"({"job_id": "a", "input_key": ")" + std::string(1025, 'k') +
                       R"(", "output_key": "o", "transcode_options": ""})")
                  .find("input_key"),
              std::string::npos);
}

TEST(RabbitMqMessages, WithoutAUsableJobIdHaveNobodyToAnswer) {
    EXPECT_FALSE(rabbitmq_lease_of("not json"));
    EXPECT_FALSE(rabbitmq_lease_of("[]"));
    EXPECT_FALSE(rabbitmq_lease_of(R"({"input_key": "i"})"));
    EXPECT_FALSE(rabbitmq_lease_of(R"({"job_id": ""})"));
    EXPECT_FALSE(rabbitmq_lease_of(R"({"job_id": 7})"));
    const auto lease = rabbitmq_lease_of(R"({"job_id": "a", "output_s3_path": 5})");
    ASSERT_TRUE(lease);
    EXPECT_EQ(lease->source, "rabbitmq");
    EXPECT_EQ(lease->job_id, "a");
    EXPECT_EQ(rabbitmq_ticket_from(lease->ticket)->flavour, RabbitMqFlavour::S3Paths);
}

TEST(RabbitMqMessages, ATicketIsReadBackAndAnotherTextIsNot) {
    const RabbitMqTicket ticket{RabbitMqFlavour::S3Paths, "out/ä.mp4", "abc"};
    EXPECT_EQ(*rabbitmq_ticket_from(to_text(ticket)), ticket);
    EXPECT_FALSE(rabbitmq_ticket_from(""));
    EXPECT_FALSE(rabbitmq_ticket_from("{}"));
    EXPECT_FALSE(rabbitmq_ticket_from(R"({"flavour": "other", "digest": "abc"})"));
}

TEST(RabbitMqMessages, CopiesAreKnownByTheirDigest) {
    EXPECT_EQ(rabbitmq_lease_of(kKeys)->ticket, rabbitmq_lease_of(kKeys)->ticket);
    EXPECT_NE(rabbitmq_lease_of(kKeys)->ticket, rabbitmq_lease_of(kKeys + " ")->ticket);
}

TEST(RabbitMqMessages, ProgressHasFourDecimalsAndATimeThatPythonReads) {
    const auto json = *base::parse_json(rabbitmq_progress("job1", 12.34567, "w1", kNow), "");
    EXPECT_EQ(json, base::Json({{"job_id", "job1"},
                                {"progress", 12.3457},
                                {"timestamp", "2026-09-21T14:13:20.123+00:00"},
                                {"worker_id", "w1"}}));
}

TEST(RabbitMqMessages, AResultSpeaksAsItsJobDid) {
    EXPECT_EQ(result_of(completed(kKeys)),
              base::Json({{"job_id", "job1"}, {"status", "completed"}, {"output_key", "out/a.mp4"}}));
    EXPECT_EQ(result_of(failed(kKeys, "it broke")),
              base::Json({{"job_id", "job1"}, {"status", "failed"}, {"error", "it broke"}, {"error_type", "unknown"}}));
    EXPECT_EQ(result_of(completed(kPaths)), base::Json({{"job_id", "job2"},
                                                        {"status", "completed"},
                                                        {"timestamp", "2026-09-21T14:13:20.123+00:00"},
                                                        {"worker_id", "w1"},
                                                        {"output_s3_path", "out/b.mp4"},
                                                        {"error", nullptr},
                                                        {"error_type", nullptr}}));
    const auto failure = result_of(failed(kPaths, "gone", FailedStep::Input));
    EXPECT_EQ(failure["output_s3_path"], nullptr);
    EXPECT_EQ(failure["error"], "gone");
    EXPECT_EQ(failure["error_type"], "s3_download");
    EXPECT_EQ(failure.size(), 7U);
}

TEST(RabbitMqMessages, AFailureNamesTheStepAsTheOriginalDoes) {
    EXPECT_EQ(rabbitmq_error_type(failed(kKeys, "x", FailedStep::Input)), "s3_download");
    EXPECT_EQ(rabbitmq_error_type(failed(kKeys, "x", FailedStep::Publish)), "s3_upload");
    EXPECT_EQ(rabbitmq_error_type(failed(kKeys, "x")), "unknown");
    for (const auto& [step, name] : {std::pair{jobs::PipelineFailure::Parse, "pipeline_parse"},
                                     {jobs::PipelineFailure::Play, "pipeline_play"},
                                     {jobs::PipelineFailure::MidTranscode, "mid_transcode"},
                                     {jobs::PipelineFailure::Timeout, "pipeline_timeout"}}) {
        const auto error = jobs::pipeline_error(step, base::ErrorCode::InvalidArgument, "it broke");
        EXPECT_EQ(rabbitmq_error_type(failed(kKeys, error.text())), name);
    }
    const auto no_options = read_rabbitmq_message(R"({"job_id": "a", "input_key": "i", "output_key": "o"})");
    EXPECT_EQ(rabbitmq_error_type(failed(kKeys, no_options.error().text(), FailedStep::Assignment)), "pipeline_parse");
}

TEST(RabbitMqMessages, EmptyOptionsAreNoPipeline) {
    const auto message =
        read_rabbitmq_message(R"({"job_id": "a", "input_key": "i", "output_key": "o", "transcode_options": ""})");
    ASSERT_FALSE(message);
    EXPECT_TRUE(message.error().message.starts_with("transcode_options: is empty")) << message.error().text();
    EXPECT_EQ(rabbitmq_error_type(failed(kKeys, message.error().text(), FailedStep::Assignment)), "pipeline_parse");
}

} // namespace
} // namespace framehand::sources
