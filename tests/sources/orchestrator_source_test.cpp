// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/orchestrator_source.h"
#include "tests/support/fake_http_client.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace framehand::sources {
namespace {

using base::Json;
using test::FakeHttpClient;

const std::string kAssigned = R"({"ack": true, "assigned_job": {
    "job_id": "job-1", "movie_id": "movie-1", "input": {"source_url": "movies/a.mkv", "format": "mkv"},
    "outputs": [{"resolution": "720p", "bitrate": "2500k", "codec": "libx264", "dest_path": "processed/a/720p/"}],
    "hls_settings": {"master_playlist_name": "index.m3u8", "segment_time": 6}}})";

Lease lease_of(const std::string& job_id, std::optional<int> attempt = {}) {
    return {"orchestrator", job_id, attempt, {}};
}

JobOutcome completed(const std::string& manifest_url, std::int64_t total_time_ms) {
    JobOutcome outcome;
    outcome.lease = lease_of("job-1");
    outcome.manifest_url = manifest_url;
    outcome.total_time_ms = total_time_ms;
    return outcome;
}

class OrchestratorSourceTest : public testing::Test {
protected:
    OrchestratorSource make(jobs::CapabilitiesDialect dialect = jobs::CapabilitiesDialect::Object) {
        return {http, {"http://nas:8787/", "pc-1", dialect}, {}};
    }

    static jobs::Capabilities capabilities() {
        jobs::Capabilities can;
        jobs::EncoderCapability encoder;
        encoder.name = "libx264";
        encoder.codec = "h264";
        encoder.works = true;
        encoder.max_width = 3840;
        encoder.max_height = 2160;
        can.encoders = {encoder};
        return can;
    }

    /// Announced, so that it can register again by itself.
    void announce(OrchestratorSource& source) {
        source.announce(capabilities(), [](const base::Status& answer) { EXPECT_TRUE(answer); });
        http.answer(201);
    }

    FakeHttpClient http;
    std::optional<base::Result<Taken>> taken;
    std::optional<base::Result<LeaseState>> lease;
    std::optional<base::Status> told;

    std::function<void(base::Result<Taken>)> take_done() {
        return [this](base::Result<Taken> answer) { taken = std::move(answer); };
    }

    std::function<void(base::Result<LeaseState>)> lease_done() {
        return [this](base::Result<LeaseState> answer) { lease = std::move(answer); };
    }

    std::function<void(base::Status)> told_done() {
        return [this](base::Status answer) { told = std::move(answer); };
    }
};

TEST_F(OrchestratorSourceTest, RegistersAsTheProtocolSays) {
    auto source = make();
    source.announce(capabilities(), told_done());
    EXPECT_EQ(http.next(), "POST http://nas:8787/api/v1/workers/register");
    EXPECT_EQ(http.next_body(), Json::parse(R"({"worker_id": "pc-1", "capabilities": {
        "supported_codecs": ["libx264"], "has_gpu": false, "gpu_type": "", "max_resolution": "4k"}})"));
    http.answer(200);
    ASSERT_TRUE(told);
    EXPECT_TRUE(*told);
}

TEST_F(OrchestratorSourceTest, RegistersInTheOlderDialectWhereAsked) {
    auto source = make(jobs::CapabilitiesDialect::List);
    source.announce(capabilities(), told_done());
    EXPECT_EQ(http.next_body()["capabilities"], Json::parse(R"(["libx264"])"));
}

TEST_F(OrchestratorSourceTest, SendsItsNameWithEveryCall) {
    auto source = make();
    announce(source);
    source.take({}, take_done());
    http.answer(200);
    source.progress(lease_of("job-1"), {}, lease_done());
    http.answer(200);
    source.finish(completed("/a", 1), told_done());
    http.answer(200);
    ASSERT_EQ(http.sent.size(), 4U);
    for (const auto& request : http.sent) {
        EXPECT_NE(std::ranges::find(request.headers, std::pair<std::string, std::string>("X-Worker-ID", "pc-1")),
                  request.headers.end());
    }
}

TEST_F(OrchestratorSourceTest, AsksForAJobAsIdle) {
    auto source = make();
    source.take({{15.34, 42.06}, true, {}}, take_done());
    EXPECT_EQ(http.next(), "POST http://nas:8787/api/v1/workers/sync");
    EXPECT_EQ(http.next_body(), Json::parse(R"({"worker_id": "pc-1", "status": "IDLE", "current_job_id": "",
        "hardware_stats": {"cpu_percent": 15.3, "ram_percent": 42.1, "is_busy": false}})"));
    http.answer(200, kAssigned);
    ASSERT_TRUE(taken && *taken);
    const auto* assignment = std::get_if<Assignment>(&**taken);
    ASSERT_NE(assignment, nullptr);
    EXPECT_EQ(assignment->job.job_id, "job-1");
    EXPECT_EQ(assignment->job.outputs.at(0).bitrate, 2'500'000);
    EXPECT_EQ(assignment->lease, lease_of("job-1"));
}

TEST_F(OrchestratorSourceTest, SaysBusyWhenItAcceptsNoJobs) {
    auto source = make();
    source.take({{}, false, "the NAS is away"}, take_done());
    const auto body = http.next_body();
    EXPECT_EQ(body["status"], "BUSY");
    EXPECT_EQ(body["hardware_stats"]["is_busy"], true);
    EXPECT_EQ(body["current_job_id"], "");
    EXPECT_EQ(body["not_accepting_reason"], "the NAS is away");
}

TEST_F(OrchestratorSourceTest, TakesEveryFormOfNoJob) {
    for (const auto* body :
         {R"({"ack": true})", R"({"ack": true, "assigned_job": null})", "", "OK", R"({"assigned_job": {}})", "[]"}) {
        auto source = make();
        source.take({}, take_done());
        http.answer(200, body);
        ASSERT_TRUE(taken && *taken) << body;
        EXPECT_TRUE(std::holds_alternative<std::monostate>(**taken)) << body;
    }
}

TEST_F(OrchestratorSourceTest, FailsAnAssignmentThatCannotBeReadNamingTheField) {
    auto source = make();
    source.take({}, take_done());
    auto broken = Json::parse(kAssigned);
    broken["assigned_job"]["outputs"][0].erase("resolution");
    broken["assigned_job"]["attempt"] = 2;
    http.answer(200, broken.dump());
    ASSERT_TRUE(taken && *taken);
    const auto* outcome = std::get_if<JobOutcome>(&**taken);
    ASSERT_NE(outcome, nullptr);
    EXPECT_EQ(outcome->lease.job_id, "job-1");
    EXPECT_EQ(outcome->lease.attempt, 2);
    EXPECT_FALSE(outcome->completed());
    EXPECT_NE(outcome->error_message.find("outputs[0].resolution"), std::string::npos) << outcome->error_message;
}

TEST_F(OrchestratorSourceTest, ReportsAnAssignmentThatNobodyCanBeToldOf) {
    for (const auto* body : {R"({"assigned_job": {"movie_id": "m"}})", R"({"assigned_job": {"job_id": ".."}})",
                             R"({"assigned_job": "job-1"})", R"({"assigned_job": {"job_id": 7}})"}) {
        auto source = make();
        source.take({}, take_done());
        http.answer(200, body);
        ASSERT_TRUE(taken) << body;
        ASSERT_FALSE(*taken) << body;
        EXPECT_EQ(taken->error().code, base::ErrorCode::InvalidArgument);
    }
}

TEST_F(OrchestratorSourceTest, RegistersAgainAfterA404AndRepeatsThatSync) {
    auto source = make();
    announce(source);
    source.take({}, take_done());
    const auto first = http.next_body();
    http.answer(404);
    EXPECT_EQ(http.next(), "POST http://nas:8787/api/v1/workers/register");
    http.answer(200);
    EXPECT_EQ(http.next(), "POST http://nas:8787/api/v1/workers/sync");
    EXPECT_EQ(http.next_body(), first);
    EXPECT_FALSE(taken);
    http.answer(200, kAssigned);
    ASSERT_TRUE(taken && *taken);
    EXPECT_TRUE(std::holds_alternative<Assignment>(**taken));
}

TEST_F(OrchestratorSourceTest, RepeatsOnlyOnce) {
    auto source = make();
    announce(source);
    source.take({}, take_done());
    http.answer(404);
    http.answer(200);
    http.answer(404);
    EXPECT_EQ(http.waiting(), 0U);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->error().code, base::ErrorCode::NotFound);
}

TEST_F(OrchestratorSourceTest, AFailedRegistrationIsTheAnswer) {
    auto source = make();
    announce(source);
    source.take({}, take_done());
    http.answer(404);
    http.fail();
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->error().code, base::ErrorCode::Unavailable);
    EXPECT_EQ(http.waiting(), 0U);
}

TEST_F(OrchestratorSourceTest, KeepsTheLeaseAsBusy) {
    auto source = make();
    source.keep_alive(lease_of("job-1"), {}, lease_done());
    const auto body = http.next_body();
    EXPECT_EQ(body["status"], "BUSY");
    EXPECT_EQ(body["current_job_id"], "job-1");
    EXPECT_EQ(body["hardware_stats"]["is_busy"], true);
    http.answer(200, R"({"ack": true})");
    ASSERT_TRUE(lease && *lease);
    EXPECT_EQ(**lease, LeaseState::Held);
}

TEST_F(OrchestratorSourceTest, HearsACancellationInTheAnswerToASync) {
    auto source = make();
    source.keep_alive(lease_of("job-1"), {}, lease_done());
    http.answer(200, R"({"ack": true, "cancel_job_id": "job-2"})");
    EXPECT_EQ(**lease, LeaseState::Held);
    source.keep_alive(lease_of("job-1"), {}, lease_done());
    http.answer(200, R"({"ack": true, "cancel_job_id": "job-1"})");
    EXPECT_EQ(**lease, LeaseState::Cancelled);
}

TEST_F(OrchestratorSourceTest, ReportsProgressAsTheProtocolSays) {
    auto source = make();
    source.progress(lease_of("a job/7"), {45.83, 87.26, 120.4}, lease_done());
    EXPECT_EQ(http.next(), "PATCH http://nas:8787/api/v1/jobs/a%20job%2F7");
    EXPECT_EQ(http.next_body(), Json::parse(R"({"worker_id": "pc-1", "status": "PROCESSING", "progress": 45.8,
                                               "current_fps": 87.3, "eta_sec": 120})"));
    http.answer(200, "");
    EXPECT_EQ(**lease, LeaseState::Held);
}

TEST_F(OrchestratorSourceTest, ACancelledJobAnswersProgressWith409) {
    auto source = make();
    source.progress(lease_of("job-1"), {}, lease_done());
    http.answer(409, R"({"cancelled": true})");
    EXPECT_EQ(**lease, LeaseState::Cancelled);
    source.progress(lease_of("job-1"), {}, lease_done());
    http.answer(409, R"({"error": "something else"})");
    EXPECT_FALSE(*lease);
}

TEST_F(OrchestratorSourceTest, AJobThatTheOrchestratorForgotGoesOn) {
    auto source = make();
    announce(source);
    source.progress(lease_of("job-1"), {}, lease_done());
    http.answer(404);
    http.answer(200);
    http.answer(404);
    ASSERT_TRUE(lease && *lease);
    EXPECT_EQ(**lease, LeaseState::Held);
}

TEST_F(OrchestratorSourceTest, FinalizesASuccess) {
    auto source = make();
    source.finish(completed("/processed/a/index.m3u8", 245680), told_done());
    EXPECT_EQ(http.next(), "POST http://nas:8787/api/v1/jobs/job-1/finalize");
    EXPECT_EQ(http.next_body(), Json::parse(R"({"status": "COMPLETED", "manifest_url": "/processed/a/index.m3u8",
                                               "metrics": {"total_time_ms": 245680}})"));
    http.answer(200);
    EXPECT_TRUE(*told);
}

TEST_F(OrchestratorSourceTest, TellsWhatDiffersFromWhatWasAskedFor) {
    auto source = make();
    auto outcome = completed("/a", 1);
    outcome.notes = {"2160p was made as 1080p"};
    source.finish(outcome, told_done());
    EXPECT_EQ(http.next_body()["metrics"],
              Json::parse(R"({"total_time_ms": 1, "notes": ["2160p was made as 1080p"]})"));
}

TEST_F(OrchestratorSourceTest, FinalizesAFailure) {
    auto source = make();
    JobOutcome failed;
    failed.lease = lease_of("job-1", 3);
    failed.error_message = "input file does not exist: /nas/a.mkv";
    failed.total_time_ms = 1250;
    source.finish(failed, told_done());
    EXPECT_EQ(http.next_body(), Json::parse(R"({"status": "FAILED", "attempt": 3,
        "error_msg": "input file does not exist: /nas/a.mkv", "metrics": {"total_time_ms": 1250}})"));
}

TEST_F(OrchestratorSourceTest, GivesAJobBackWithoutBlameToAnOrchestratorThatCountsAttempts) {
    auto source = make();
    source.give_back(lease_of("job-1", 2), told_done());
    EXPECT_EQ(http.next(), "POST http://nas:8787/api/v1/jobs/job-1/finalize");
    const auto body = http.next_body();
    EXPECT_EQ(body["status"], "FAILED");
    EXPECT_EQ(body["given_back"], true);
    EXPECT_EQ(body["attempt"], 2);
    http.answer(200);
    ASSERT_TRUE(told);
    EXPECT_TRUE(*told);
    source.give_back(lease_of("job-1", 2), told_done());
    http.answer(503);
    EXPECT_EQ(told->error().code, base::ErrorCode::Unavailable);
}

TEST_F(OrchestratorSourceTest, KeepsAJobForWhichOtherOrchestratorsWouldBlameTheWorker) {
    auto source = make();
    source.give_back(lease_of("job-1"), told_done());
    EXPECT_EQ(http.waiting(), 0U);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->error().code, base::ErrorCode::Unsupported);
}

TEST_F(OrchestratorSourceTest, TellsWhatMayPassFromTheLastWord) {
    const std::pair<int, base::ErrorCode> kCases[] = {
        {500, base::ErrorCode::Unavailable},      {503, base::ErrorCode::Unavailable},
        {429, base::ErrorCode::Unavailable},      {408, base::ErrorCode::Timeout},
        {302, base::ErrorCode::Unavailable},      {404, base::ErrorCode::NotFound},
        {401, base::ErrorCode::PermissionDenied}, {403, base::ErrorCode::PermissionDenied},
        {400, base::ErrorCode::InvalidArgument},  {409, base::ErrorCode::InvalidArgument}};
    for (const auto& [status, code] : kCases) {
        auto source = make(); // not announced: a 404 stays
        source.finish(completed("/a", 1), told_done());
        http.answer(status, R"({"error": {"code": "x", "message": "no such thing"}})");
        ASSERT_TRUE(told && !*told) << status;
        EXPECT_EQ(told->error().code, code) << status;
        EXPECT_NE(told->error().text().find("no such thing"), std::string::npos);
    }
}

TEST_F(OrchestratorSourceTest, KeepsTheReasonOfASilentNetwork) {
    auto source = make();
    source.take({}, take_done());
    http.fail(base::ErrorCode::Timeout);
    EXPECT_EQ(taken->error().code, base::ErrorCode::Timeout);
}

TEST_F(OrchestratorSourceTest, DropsItsCallsWithItself) {
    {
        auto source = make();
        source.take({}, take_done());
        EXPECT_EQ(http.waiting(), 1U);
    }
    EXPECT_EQ(http.waiting(), 0U);
    EXPECT_FALSE(taken);
}

} // namespace
} // namespace framehand::sources
