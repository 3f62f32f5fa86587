// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_payload.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::ErrorCode;
using base::Result;
using jobs::Job;
using jobs::Work;

RedisPayloadRules rules() {
    RedisPayloadRules rules;
    rules.roots = {"/mnt/nas", "/media/films/"};
    return rules;
}

Result<Job> read(std::string_view payload, RedisRole role = RedisRole::Transcode) {
    return job_from_payload(payload, role, rules(), "job-1");
}

Job good(std::string_view payload, RedisRole role = RedisRole::Transcode) {
    auto job = read(payload, role);
    EXPECT_TRUE(job) << payload << ": " << (job ? "" : job.error().text());
    return job ? *job : Job{};
}

std::string refusal(std::string_view payload, ErrorCode code = ErrorCode::InvalidArgument) {
    const auto job = read(payload);
    EXPECT_FALSE(job) << payload;
    if (job) {
        return "";
    }
    EXPECT_EQ(job.error().code, code) << job.error().text();
    return job.error().text();
}

const std::string kPlain = R"({"input": "/mnt/nas/in/a.avi", "output": "/mnt/nas/out/a.mkv", "container": ".mkv"})";

TEST(RedisPayload, ATranscodeMakesOneFile) {
    const Job job = good(kPlain);
    EXPECT_EQ(job.job_id, "job-1");
    EXPECT_EQ(job.work, Work::File);
    EXPECT_EQ(job.rehearsal, jobs::Rehearsal::Real);
    EXPECT_EQ(job.input.source_url, "in/a.avi");
    ASSERT_TRUE(job.file);
    EXPECT_EQ(job.file->path, "out/a.mkv");
    EXPECT_EQ(job.file->container, "mkv");
    ASSERT_EQ(job.outputs.size(), 1U);
    EXPECT_EQ(job.outputs[0].resolution, "8k");
    EXPECT_EQ(job.outputs[0].codec, "h264");
    EXPECT_EQ(job.outputs[0].quality, 21);
    EXPECT_GT(job.outputs[0].bitrate, 0);
    EXPECT_TRUE(jobs::job_from_json(jobs::to_json(job))) << "it can be stored";
}

TEST(RedisPayload, AHealthCheckLooksAtWhatWasMade) {
    const Job job = good(kPlain, RedisRole::HealthCheck);
    EXPECT_EQ(job.work, Work::Check);
    EXPECT_EQ(job.input.source_url, "out/a.mkv");
    EXPECT_FALSE(job.file);
    EXPECT_TRUE(jobs::job_from_json(jobs::to_json(job)));
}

TEST(RedisPayload, AReplacementPutsItInTheOriginalsPlace) {
    auto kept = rules();
    kept.replaced = jobs::ReplacedFile::KeepBackup;
    const auto job = job_from_payload(kPlain, RedisRole::Replace, kept, "job-1");
    ASSERT_TRUE(job);
    EXPECT_EQ(job->work, Work::Replace);
    EXPECT_EQ(job->input.source_url, "out/a.mkv");
    ASSERT_TRUE(job->file);
    EXPECT_EQ(job->file->path, "in/a.avi");
    EXPECT_EQ(job->file->replaced, jobs::ReplacedFile::KeepBackup);
    EXPECT_TRUE(jobs::job_from_json(jobs::to_json(*job)));
}

TEST(RedisPayload, ReadsTheNamesThatPeopleGiveTheFields) {
    for (
        const auto* payload : {
            R"({"input_path": "/mnt/nas/in/a.avi", "output_path": "/mnt/nas/out/a.mkv", "container_type": "mkv"})",
            R"({"inputPath": "/mnt/nas/in/a.avi", "outputPath": "/mnt/nas/out/a.mkv", "containerType": ".MKV"})",
            R"({"Input File Path": "/mnt/nas/in/a.avi", "Output File Path": "/mnt/nas/out/a.mkv", "Container Type": ".mkv"})",
            R"({"InputFile": "/mnt/nas/in/a.avi", "OutputFile": "/mnt/nas/out/a.mkv", "container": null})",
            R"({"src": "/mnt/nas/in/a.avi", "dest": "/mnt/nas/out/a.mkv", "x": {"y": [1]}, "input": null})",
        }) {
        const Job job = good(payload);
        EXPECT_EQ(job.input.source_url, "in/a.avi");
        ASSERT_TRUE(job.file);
        EXPECT_EQ(job.file->path, "out/a.mkv");
        EXPECT_EQ(job.file->container, "mkv");
    }
}

TEST(RedisPayload, TwoNamesForOneFieldMustAgree) {
    EXPECT_EQ(good(R"({"input": "a.avi", "input_path": "a.avi", "output": "b.mp4"})").input.source_url, "a.avi");
    EXPECT_EQ(refusal(R"({"input": "a.avi", "input_path": "b.avi", "output": "b.mp4"})"),
              "\"input\" and \"input_path\" contradict each other");
}

TEST(RedisPayload, TakesThePathsThatLieBelowTheRoots) {
    EXPECT_EQ(good(R"({"input": "/media/films/x/../a.avi", "output": "//mnt/nas/b.mp4"})").input.source_url, "a.avi");
    EXPECT_EQ(good(R"({"input": "in/./a.avi", "output": "b.mp4"})").input.source_url, "in/a.avi");
    const Job remote = good(R"({"input": "s3://films/a.avi", "output": "s3://films/made/a.mp4"})");
    EXPECT_EQ(remote.input.source_url, "s3://films/a.avi");
    EXPECT_EQ(remote.file->path, "s3://films/made/a.mp4");
}

TEST(RedisPayload, RefusesOtherPathsByName) {
    EXPECT_EQ(refusal(R"({"input": "/etc/passwd", "output": "/mnt/nas/b.mp4"})", ErrorCode::PermissionDenied),
              "input: \"/etc/passwd\" is not below the NAS folder (/mnt/nas)");
    EXPECT_EQ(refusal(R"({"input": "/mnt/nas/a.avi", "output": "/mnt/nas/../b.mp4"})", ErrorCode::PermissionDenied),
              "output: \"/mnt/nas/../b.mp4\" is not below the NAS folder (/mnt/nas)");
    EXPECT_EQ(refusal(R"({"input": "/mnt/nasty/a.avi", "output": "b.mp4"})", ErrorCode::PermissionDenied),
              "input: \"/mnt/nasty/a.avi\" is not below the NAS folder (/mnt/nas)");
    EXPECT_EQ(refusal(R"({"input": "../a.avi", "output": "b.mp4"})", ErrorCode::PermissionDenied),
              "input: \"../a.avi\" leaves the NAS folder");
    EXPECT_EQ(refusal(R"({"input": "/mnt/nas", "output": "b.mp4"})", ErrorCode::PermissionDenied),
              "input: \"/mnt/nas\" is not below the NAS folder (/mnt/nas)");
    EXPECT_EQ(refusal(R"({"input": "http://169.254.169.254/a.avi", "output": "b.mp4"})"),
              "input: \"http://169.254.169.254/a.avi\" is neither a path nor an s3:// URL");
    EXPECT_EQ(refusal(R"({"input": "a\u0000.avi", "output": "b.mp4"})"), "input: holds a NUL character");
}

TEST(RedisPayload, RefusesWhatIsNoJob) {
    refusal("");
    refusal("not json");
    EXPECT_EQ(refusal("[1]"), "the message is no JSON object");
    EXPECT_EQ(refusal("{}"), "input: is missing");
    EXPECT_EQ(refusal(R"({"input": "a.avi"})"), "output: is missing");
    EXPECT_EQ(refusal(R"({"input": 7, "output": "b.mp4"})"), "input: must be a text");
    EXPECT_EQ(refusal(R"({"input": "a.mp4", "output": "./a.mp4"})"), "output: \"./a.mp4\" is the input itself");
    EXPECT_EQ(refusal(R"({"input": "a.mp4", "output": "b.mp4", "container": ".avi"})"),
              "container: \".avi\" is not one that is made (.mp4, .mkv)");
    EXPECT_EQ(refusal(R"({"input": "a.mp4", "output": "b"})"), "container: \"\" is not one that is made (.mp4, .mkv)");
    refusal("{\"input\": \"a.avi\", \"output\": \"b.mp4\", \"x\": \"" + std::string(600'000, 'x') + "\"}");
}

TEST(RedisPayload, SeesADryRunHoweverItIsAskedFor) {
    for (const auto* flag :
         {R"("dryRun": true)", R"("dry_run": 1)", R"("dry-run": "true")", R"("flags": ["dry-run"])",
          R"("flags": {"dry-run": true})", R"("Flags": "--verbose --dry-run")", R"("flags": {"dryRun": "yes"})"}) {
        const std::string payload = R"({"input": "a.avi", "output": "b.mp4", )" + std::string(flag) + "}";
        EXPECT_EQ(good(payload).rehearsal, jobs::Rehearsal::Dry) << flag;
    }
    for (const auto* flag : {R"("dryRun": false)", R"("flags": [])", R"("flags": {"dry-run": false})",
                             R"("flags": "fast")", R"("dry_run": "no")", R"("flags": null)"}) {
        const std::string payload = R"({"input": "a.avi", "output": "b.mp4", )" + std::string(flag) + "}";
        EXPECT_EQ(good(payload).rehearsal, jobs::Rehearsal::Real) << flag;
    }
    EXPECT_EQ(refusal(R"({"input": "a.avi", "output": "b.mp4", "dry_run": "perhaps"})"),
              "dry_run: must be true or false");
    refusal(R"({"input": "a.avi", "output": "b.mp4", "flags": 7})");
}

TEST(RedisPayload, ADryRunsLaterStagesLookAtTheOriginal) {
    const std::string payload = R"({"input": "a.avi", "output": "b.mp4", "dryRun": true})";
    for (const auto role : {RedisRole::HealthCheck, RedisRole::Replace}) {
        const Job job = good(payload, role);
        EXPECT_EQ(job.work, Work::Check) << "nothing was made that could be looked at";
        EXPECT_EQ(job.input.source_url, "a.avi");
        EXPECT_EQ(job.rehearsal, jobs::Rehearsal::Dry);
        EXPECT_FALSE(job.file);
    }
}

TEST(RedisPayload, TakesAnIdThatCanBeShown) {
    EXPECT_EQ(id_of_payload(R"({"jobId": "abc-1.2_3"})"), "abc-1.2_3");
    EXPECT_EQ(id_of_payload(R"({"id": "../../etc"})"), "");
    EXPECT_EQ(id_of_payload(R"({"id": 7})"), "");
    EXPECT_EQ(id_of_payload("no json"), "");
    EXPECT_EQ(id_of_payload(R"({"id": ")" + std::string(65, 'x') + "\"}"), "");
}

TEST(RedisPayload, QuotesNoEndlessTextInARefusal) {
    const std::string endless(100'000, 'x');
    for (const std::string& payload : {R"({"input": "/)" + endless + R"(", "output": "b.mp4"})",
                                       R"({"input": "a.avi", "output": "b.mp4", "container": ")" + endless + "\"}"}) {
        const auto refused = read(payload);
        ASSERT_FALSE(refused);
        EXPECT_LT(refused.error().text().size(), 1000U);
    }
}

} // namespace
} // namespace framehand::sources
