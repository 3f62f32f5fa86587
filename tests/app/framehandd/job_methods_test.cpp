// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/job_methods.h"
#include "tests/support/fake_http_client.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace framehand::daemon {
namespace {

using base::Json;
using testing::HasSubstr;

class NoSession final : public api::Session {
public:
    void subscribe() override {}
};

class JobMethodsTest : public testing::Test {
protected:
    JobMethodsTest() {
        history->open();
        methods.add_to(dispatcher);
    }

    /// The answer's result or error, null as long as there is none.
    std::shared_ptr<Json> call(const std::string& method, const Json& params = Json::object()) {
        const auto answer = std::make_shared<Json>();
        NoSession session;
        dispatcher.handle(base::dump_json({{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}}),
                          session, [answer](const std::string& line) {
                              const auto json = Json::parse(line);
                              *answer = json.contains("error") ? json["error"] : json["result"];
                          });
        return answer;
    }

    static worker::EndedJob ended(const std::string& id) {
        worker::EndedJob job;
        job.job_id = id;
        job.attempt = 2;
        job.started_at = base::WallTime{base::Duration{1'000'000}};
        job.ended_at = base::WallTime{base::Duration{1'090'500}};
        job.state = worker::EndedJob::State::Completed;
        job.input = "movies/" + id + ".mkv";
        job.output = "hls/" + id;
        job.manifest_url = "/hls/" + id + "/index.m3u8";
        job.duration = base::Duration{90'500};
        job.speed = 2.5;
        job.input_bytes = 1000;
        job.output_bytes = 250;
        job.rungs = {"720p", "audio"};
        return job;
    }

    test::TempFolder folder;
    base::LogRing ring;
    test::FakeHttpClient http;
    std::unique_ptr<worker::JobHistory> history = std::make_unique<worker::JobHistory>(folder.path(), base::Logger());
    std::optional<worker::JobPreview> preview;
    std::string running;
    std::vector<std::string> stopped;
    api::Dispatcher dispatcher;
    JobMethods methods{{ring, http, "http://nas:8787/", "/mnt/nas", [this] { return history.get(); },
                        [this] { return preview; }, [this] { return running; },
                        [this](const std::string& id) {
                            stopped.push_back(id);
                            return base::Status();
                        }}};
};

TEST_F(JobMethodsTest, ListsAJobWithAllColumns) {
    history->add(ended("Sintel"));
    EXPECT_EQ(*call("jobs.list"), Json::parse(R"({"total": 1, "jobs": [{
        "id": "Sintel", "title": "Sintel", "input": "movies/Sintel.mkv", "output": "hls/Sintel", "state": "COMPLETED",
        "started_at": "1970-01-01T00:16:40.000Z", "ended_at": "1970-01-01T00:18:10.500Z", "duration_sec": 90.5,
        "duration_of": "work", "speed": 2.5, "input_bytes": 1000, "output_bytes": 250, "rungs": ["720p", "audio"],
        "index": "/mnt/nas/hls/Sintel/index.m3u8", "error": null, "attempts": 2}]})"));
}

TEST_F(JobMethodsTest, AFailedJobHasItsCauseAndNoPlaylist) {
    auto failed = ended("Sintel");
    failed.state = worker::EndedJob::State::Failed;
    failed.manifest_url.clear();
    failed.error = base::fail(base::ErrorCode::NoSpace, "the share is full", "write: ENOSPC");
    history->add(failed);
    const auto job = (*call("jobs.list", {{"state", "FAILED"}, {"search", "enospc"}}))["jobs"][0];
    EXPECT_EQ(job["index"], "");
    EXPECT_EQ(job["error"],
              Json::parse(R"({"code": "no_space", "message": "the share is full", "cause": "write: ENOSPC"})"));
}

TEST_F(JobMethodsTest, RefusesWhatItDoesNotKnowByName) {
    for (const auto& [key, value] : {std::pair{"state", "QUEUED"}, std::pair{"sort", "id"}, std::pair{"order", "up"}}) {
        EXPECT_THAT(base::dump_json(*call("jobs.list", {{key, value}})), HasSubstr(key));
    }
    EXPECT_THAT(base::dump_json(*call("log.tail", {{"level", "loud"}})), HasSubstr("level"));
    EXPECT_THAT(base::dump_json(*call("job.retry")), HasSubstr("id"));
}

TEST_F(JobMethodsTest, AnAnswerNeverGrowsTooLongForALine) {
    for (int i = 0; i < 200; ++i) {
        auto failed = ended("job-" + std::to_string(i));
        failed.error = base::fail(base::ErrorCode::Internal, "broken", std::string(16'000, '\x01'));
        history->add(failed);
    }
    const auto answer = call("jobs.list", {{"limit", 200}});
    EXPECT_EQ((*answer)["total"], 200);
    EXPECT_GT((*answer)["jobs"].size(), 1U);
    EXPECT_LT(base::dump_json(*answer).size(), 1'000'000U);
}

TEST_F(JobMethodsTest, WithoutAWorkerThereIsNoHistory) {
    history.reset();
    EXPECT_THAT(base::dump_json(*call("jobs.list")), HasSubstr("no worker"));
}

TEST_F(JobMethodsTest, RetryAsksTheOrchestratorAndAnswersOnceItDoes) {
    const auto answer = call("job.retry", {{"id", "a b/c"}});
    EXPECT_TRUE(answer->is_null());
    EXPECT_EQ(http.next(), "POST http://nas:8787/api/v1/jobs/a%20b%2Fc/retry");
    http.answer(200);
    EXPECT_EQ(*answer, Json::object());
}

TEST_F(JobMethodsTest, RetrySaysWhatTheOrchestratorRefusesAndThatItIsAway) {
    const auto refused = call("job.retry", {{"id", "j1"}});
    http.answer(409, R"({"error": {"code": "already_exists", "message": "job j1 is COMPLETED"}})");
    EXPECT_THAT(base::dump_json(*refused), HasSubstr("job j1 is COMPLETED"));
    const auto away = call("job.retry", {{"id", "j1"}});
    http.fail();
    EXPECT_THAT(base::dump_json(*away), HasSubstr("no orchestrator answers at http://nas:8787"));
}

TEST_F(JobMethodsTest, CancelIsForTheJobInHandOnly) {
    EXPECT_THAT(base::dump_json(*call("job.cancel", {{"id", "j1"}})), HasSubstr("not_found"));
    EXPECT_EQ(http.waiting(), 0U);
    running = "j1";
    const auto answer = call("job.cancel", {{"id", "j1"}});
    EXPECT_EQ(http.next(), "DELETE http://nas:8787/api/v1/jobs/j1");
    EXPECT_TRUE(stopped.empty()) << "the orchestrator must know first";
    http.answer(200);
    EXPECT_EQ(*answer, Json::object());
    EXPECT_THAT(stopped, testing::ElementsAre("j1"));
}

TEST_F(JobMethodsTest, APreviewIsThereOrNull) {
    EXPECT_TRUE(call("job.preview")->is_null());
    preview = worker::JobPreview{"j1", {"anBlZw==", 12.5}};
    EXPECT_EQ(*call("job.preview"), Json::parse(R"({"job_id": "j1", "jpeg": "anBlZw==", "media_sec": 12.5})"));
}

TEST_F(JobMethodsTest, TheLogIsToldWithItsFields) {
    base::SystemClock clock;
    const base::Logger logger(std::shared_ptr<base::LogSink>(&ring, [](auto*) {}), clock, base::LogLevel::Debug);
    logger.with("job", "j1").warning("the share is away", {{"error", "ESTALE"}});
    logger.info("other");
    const auto answer = *call("log.tail", {{"job", "j1"}, {"level", "warning"}});
    ASSERT_EQ(answer["lines"].size(), 1U);
    const auto& line = answer["lines"][0];
    EXPECT_EQ(line["seq"], 1);
    EXPECT_EQ(line["level"], "warning");
    EXPECT_EQ(line["message"], "the share is away");
    EXPECT_EQ(line["fields"], Json::parse(R"({"job": "j1", "error": "ESTALE"})"));
    EXPECT_EQ(answer["next"], 2);
    EXPECT_EQ(answer["lost"], 0);
    EXPECT_TRUE((*call("log.tail", {{"after", answer["next"]}}))["lines"].empty());
}

} // namespace
} // namespace framehand::daemon
