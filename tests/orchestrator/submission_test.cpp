// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/submission.h"
#include "tests/orchestrator/sample_job.h"

#include <gtest/gtest.h>

#include <functional>

namespace framehand::orchestrator {
namespace {

using base::ErrorCode;
using base::Json;
using test::sample_submission;

TEST(Submission, FillsInWhatMayBeMissing) {
    const auto submission = read_submission(sample_submission());
    ASSERT_TRUE(submission) << submission.error().text();
    const std::string& id = submission->job.job_id;
    EXPECT_EQ(id.size(), 20U);
    EXPECT_EQ(id.substr(0, 4), "job-");
    EXPECT_EQ(id.find_first_not_of("0123456789abcdef", 4), std::string::npos) << id;
    EXPECT_EQ(submission->job.outputs.at(0).bitrate, jobs::default_bitrate(720));
    EXPECT_EQ(submission->priority, 0);
    EXPECT_EQ(submission->mode, Submission::Mode::Queue);
}

TEST(Submission, TakesWhatIsGiven) {
    Json body = sample_submission();
    body["job_id"] = "job-1767791635";
    body["priority"] = 7;
    body["dry_run"] = true;
    body["outputs"][0]["bitrate"] = "2500k";
    body["some_future_field"] = {1, 2, 3};
    const auto submission = read_submission(body);
    ASSERT_TRUE(submission);
    EXPECT_EQ(submission->job.job_id, "job-1767791635");
    EXPECT_EQ(submission->job.outputs.at(0).bitrate, 2'500'000);
    EXPECT_EQ(submission->priority, 7);
    EXPECT_EQ(submission->mode, Submission::Mode::DryRun);
}

TEST(Submission, MakesADifferentIdEachTime) {
    EXPECT_NE(new_job_id(), new_job_id());
}

TEST(Submission, NamesTheFieldThatIsWrong) {
    const std::vector<std::pair<std::string, std::function<void(Json&)>>> cases{
        {"job_id", [](Json& b) { b["job_id"] = ""; }},
        {"job_id", [](Json& b) { b["job_id"] = 7; }},
        {"job_id", [](Json& b) { b["job_id"] = "../x"; }},
        {"job_id", [](Json& b) { b["job_id"] = ".hidden"; }},
        {"job_id", [](Json& b) { b["job_id"] = std::string(129, 'a'); }},
        {"job_id", [](Json& b) { b["job_id"] = "a b"; }},
        {"job_id", [](Json& b) { b["job_id"] = "j\xC3\xB6\x62"; }},
        {"priority", [](Json& b) { b["priority"] = 101; }},
        {"priority", [](Json& b) { b["priority"] = "high"; }},
        {"dry_run", [](Json& b) { b["dry_run"] = "yes"; }},
        {"input", [](Json& b) { b.erase("input"); }},
        {"input.source_url", [](Json& b) { b["input"] = Json::object(); }},
        {"input.source_url", [](Json& b) { b["input"]["source_url"] = "../secret.mkv"; }},
        {"input.source_url", [](Json& b) { b["input"]["source_url"] = "/etc/passwd"; }},
        {"input.source_url", [](Json& b) { b["input"]["source_url"] = std::string("a\0b", 3); }},
        {"outputs", [](Json& b) { b["outputs"] = Json::array(); }},
        {"outputs[0].resolution", [](Json& b) { b["outputs"][0]["resolution"] = "huge"; }},
        {"outputs[0].bitrate", [](Json& b) { b["outputs"][0]["bitrate"] = -1; }},
        {"outputs[0].bitrate", [](Json& b) { b["outputs"][0]["bitrate"] = "fast"; }},
        {"outputs[0].dest_path", [](Json& b) { b["outputs"][0]["dest_path"] = "../out"; }},
        {"outputs[0].dest_path", [](Json& b) { b["outputs"][0]["dest_path"] = "/out"; }},
        {"hls_settings.segment_time",
         [](Json& b) {
             b["hls_settings"] = {{"segment_time", 0}};
         }},
        {"hls_settings.master_playlist_name",
         [](Json& b) {
             b["hls_settings"] = {{"master_playlist_name", "../x.m3u8"}};
         }},
    };
    for (const auto& [field, spoil] : cases) {
        Json body = sample_submission();
        spoil(body);
        const auto submission = read_submission(body);
        ASSERT_FALSE(submission) << base::dump_json(body);
        EXPECT_EQ(submission.error().code, ErrorCode::InvalidArgument) << submission.error().text();
        EXPECT_EQ(submission.error().message.substr(0, field.size() + 2), field + ": ") << base::dump_json(body);
    }
}

} // namespace
} // namespace framehand::orchestrator
